import { nameText } from './names.ts'

/** A name, an address or another short text from outside, among words of ours: its reading order stays its own, and nothing in it is unseen. */
export function Name({ of: name, strong = false }: { of: string; strong?: boolean }) {
  return <bdi style={strong ? { fontWeight: 600 } : undefined}>{nameText(name)}</bdi>
}
