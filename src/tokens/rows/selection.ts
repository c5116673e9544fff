/** Tokens by their uuid. It may contain tokens that no longer exist. */
export type Selection = ReadonlySet<string>

export const NOTHING_SELECTED: Selection = new Set()

/** The selection with all of these added or removed. */
export function withSelected(selection: Selection, uuids: readonly string[], isOn: boolean): Selection {
  const next = new Set(selection)
  for (const uuid of uuids) {
    if (isOn) next.add(uuid)
    else next.delete(uuid)
  }
  return next
}

/** The range between two tokens, inclusive, in either direction; only the second if the first is not listed. */
export function rangeOf(uuids: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [from === null ? -1 : uuids.indexOf(from), uuids.indexOf(to)]
  return Math.min(...ends) < 0 ? [to] : uuids.slice(Math.min(...ends), Math.max(...ends) + 1)
}
