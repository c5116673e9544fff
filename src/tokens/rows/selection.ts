/** Tokens by their uuid. One that is gone since may still be among them. */
export type Selection = ReadonlySet<string>

export const NOTHING_SELECTED: Selection = new Set()

/** With all of these in it, or with none. */
export function withSelected(selection: Selection, uuids: readonly string[], isOn: boolean): Selection {
  const next = new Set(selection)
  for (const uuid of uuids) {
    if (isOn) next.add(uuid)
    else next.delete(uuid)
  }
  return next
}

/** From one to the other, both with them, whichever comes first; the second one alone where the first is not listed. */
export function rangeOf(uuids: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [from === null ? -1 : uuids.indexOf(from), uuids.indexOf(to)]
  return Math.min(...ends) < 0 ? [to] : uuids.slice(Math.min(...ends), Math.max(...ends) + 1)
}
