import { nameText } from './names.ts'

interface Props {
  of: string
  strong?: boolean
  className?: string
}

/**
 * A name, an address or other short text from outside: isolated from the surrounding text direction, with invisible
 * characters marked, and left alone by translators of browsers.
 */
export function Name({ of: name, strong = false, className }: Props) {
  return (
    <bdi className={className} style={strong ? { fontWeight: 600 } : undefined} translate="no">
      {nameText(name)}
    </bdi>
  )
}
