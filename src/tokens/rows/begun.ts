import type { Dialog } from '../dialog.ts'
import type { Selection } from './selection.ts'
import { NOTHING_SELECTED } from './selection.ts'
import type { ListView } from './view.ts'

/** What was begun in the first rows, for the page that takes their place. */
interface Begun {
  /** The one to open. */
  dialog: Dialog | null
  selection: Selection
  /** What is looked for, and the order: the page finds them in the address. */
  view: Pick<ListView, 'q' | 'sort'>
}

const NOTHING: Begun = { dialog: null, selection: NOTHING_SELECTED, view: { q: undefined, sort: undefined } }

let begun = NOTHING

export const begunBefore = (): Begun => begun

export function noteBegun(next: Partial<Begun>): void {
  begun = { ...begun, ...next }
}

/** Once a page has taken it over. */
export function forgetBegun(): void {
  begun = NOTHING
}
