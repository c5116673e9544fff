import type { StorageKind } from '../api/storage.ts'
import { store } from '../api/storage.ts'

const KEY = 'waldur-tokens.probe'

/** Whether the browser stores anything for this page now. */
export const canStore = (kind: StorageKind): boolean => store(kind, KEY, KEY) && store(kind, KEY, null)
