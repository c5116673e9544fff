import { instantMs, toWire } from '../../api/wire.ts'
import { nameText } from '../../ui/names.ts'
import { t } from '../../ui/words.tsx'
import type { IssuedToken } from '../schema.ts'
import { ACCESS_TOKEN, API_URL } from './snippets.ts'

/** Longer names are cut: file systems take 255 bytes, and a letter can be four. */
const LONGEST = 48

/**
 * `waldur-<name>.env`, with the letters and digits of any script kept. What could be a path, an option, a hidden file
 * or a quote for a shell is not: the rest becomes hyphens.
 */
export function fileNameFor(name: string): string {
  // A letter can be two units, and have marks; what is longer by far is not put into order first.
  const safe = name
    .slice(0, 8 * LONGEST)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_.]+/gu, '-')
    .replaceAll(/\.{2,}/g, '.')
  const short = [...safe.replace(/^[-.]+/, '')].slice(0, LONGEST).join('')
  return `waldur-${short.replace(/[-.]+$/, '') || 'token'}.env`
}

/**
 * What shells, Docker and libraries read alike: neither value needs quotes. The comment says which token it is and when
 * to renew it. `nameText` leaves no line break in it, whatever the token is called, and the name does not end the line:
 * to some readers a backslash there would join the next one.
 */
export function environmentFile(origin: string, { name, expires_at, token }: IssuedToken): string {
  const comment = t('Personal access token “{{name}}” expires on {{end}}', {
    name: nameText(name),
    end: toWire(instantMs(expires_at)),
  })
  return `# ${comment}\n${API_URL}=${origin}\n${ACCESS_TOKEN}=${token}\n`
}
