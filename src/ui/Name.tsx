import { nameText } from './names.ts'

/** A name, an address or another short text from outside: isolated in reading order, with invisible characters marked. */
export function Name({ of: name, strong = false }: { of: string; strong?: boolean }) {
  return <bdi style={strong ? { fontWeight: 600 } : undefined}>{nameText(name)}</bdi>
}
