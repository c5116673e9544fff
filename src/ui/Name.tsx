import { nameText } from './names.ts'

/**
 * A name, an address or other short text from outside: isolated from the surrounding text direction, with invisible
 * characters marked.
 */
export function Name({ of: name, strong = false }: { of: string; strong?: boolean }) {
  return <bdi style={strong ? { fontWeight: 600 } : undefined}>{nameText(name)}</bdi>
}
