import type { Dialog } from '../dialog.ts'
import type { Selection } from './selection.ts'
import { NOTHING_SELECTED } from './selection.ts'
import type { ListView } from './view.ts'

/** What the user started in the first rows, for the page that replaces them. */
interface Begun {
  /** The dialog to open. */
  dialog: Dialog | null
  selection: Selection
  /** The search and the order. The page reads them from the address. */
  view: Pick<ListView, 'q' | 'sort'> | null
}

const NOTHING: Begun = { dialog: null, selection: NOTHING_SELECTED, view: null }

let begun = NOTHING

export const begunBefore = (): Begun => begun

export function noteBegun(next: Partial<Begun>): void {
  begun = { ...begun, ...next }
}

/** Called once the page has taken it over. */
export function forgetBegun(): void {
  begun = NOTHING
}
