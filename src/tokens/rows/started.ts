import type { Dialog } from '../dialog.ts'
import type { Selection } from './selection.ts'
import { NOTHING_SELECTED } from './selection.ts'
import type { ListView } from './view.ts'

/** What the user started in the first rows, for the page that replaces them. */
interface Started {
  /** The dialog to open. */
  dialog: Dialog | null
  selection: Selection
  /** The search and the order. The page reads them from the URL. */
  view: Pick<ListView, 'q' | 'sort'> | null
}

const NOTHING: Started = { dialog: null, selection: NOTHING_SELECTED, view: null }

let started = NOTHING

export const startedBefore = (): Started => started

export function noteStarted(next: Partial<Started>): void {
  started = { ...started, ...next }
}

/** Called once the page has taken it over. */
export function forgetStarted(): void {
  started = NOTHING
}
