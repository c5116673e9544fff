import { sha256 } from './core.ts'

/** A uuid that is the same in every new sandbox, so that links into the seeded world keep working. */
export const seedUuid = (...path: string[]) => sha256(path.join('\n')).slice(0, 32)
