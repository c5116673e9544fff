import { instantMs, toWire } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { IssuedToken } from '../schema.ts'
import { ACCESS_TOKEN, API_URL } from './snippets.ts'

/** Longer names are cut: file systems allow 255 bytes, and a letter can take four. */
const LONGEST = 48

/**
 * `waldur-<name>.env`, keeping the letters and digits of any script. Everything else becomes a hyphen, because it could
 * make a path, an option, a hidden file or a shell quote.
 */
export function fileNameFor(name: string): string {
  // A letter can be two units long and have marks. Text that is far too long is not normalized first.
  const safe = name
    .slice(0, 8 * LONGEST)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}_.]+/gu, '-')
    .replaceAll(/\.{2,}/g, '.')
  const short = [...safe.replace(/^[-.]+/, '')].slice(0, LONGEST).join('')
  return `waldur-${short.replace(/[-.]+$/, '') || 'token'}.env`
}

/**
 * Lines that shells, Docker and libraries read alike; neither value needs quotes. The comment says which token it is
 * and when to renew it. `nameText` removes line breaks from the name, and the name is not at the end of the line,
 * because some readers would take a trailing backslash for a continuation.
 */
export function environmentFile(origin: string, { name, expires_at, token }: IssuedToken): string {
  const words = { name: nameText(name) }
  const comment =
    expires_at === null
      ? t('Personal access token “{{name}}”', words)
      : t('Personal access token “{{name}}” expires on {{end}}', { ...words, end: toWire(instantMs(expires_at)) })
  return `# ${comment}\n${API_URL}=${origin}\n${ACCESS_TOKEN}=${token}\n`
}
