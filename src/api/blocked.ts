import { NetworkError } from './errors.ts'

/**
 * Why a read got no response, if ad blockers are known to stop it by its path: they leave the rest alone, so if Waldur
 * responds to another read, the connection is fine.
 * @param readOther any other read
 * @returns the error to throw
 */
export async function blockedOr(error: unknown, readOther: () => Promise<unknown>): Promise<unknown> {
  if (!(error instanceof NetworkError) || error.kind !== 'unreachable') return error
  try {
    await readOther()
  } catch {
    return error
  }
  return new NetworkError('blocked', { cause: error, asked: error.asked })
}
