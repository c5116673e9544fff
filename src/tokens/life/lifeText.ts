import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import { ago, day } from '../../ui/time.ts'
import { tokenState } from '../state/expiry.ts'
import type { LivedToken } from './life.ts'

/**
 * What the bar shows, in words: "Created 4 Sept 2026. Last used 9 hours ago. Expires 3 Dec 2026." Facts that Waldur did
 * not tell are left out.
 * @param nowMs the server's time
 * @param revokedAtMs when it was revoked, if that is known
 */
export function lifeText(token: LivedToken, nowMs: number, revokedAtMs?: number): string {
  const { created, last_used_at: used } = token
  const facts = [
    created !== null && t('Created {{when}}', { when: day(instantMs(created)) }),
    used === null && t('Never used'),
    typeof used === 'string' && t('Last used {{when}}', { when: ago(instantMs(used), nowMs) }),
    endText(token, nowMs, revokedAtMs),
  ]
  return facts
    .filter((fact) => fact !== false)
    .map((fact) => `${fact}.`)
    .join(' ')
}

function endText(token: LivedToken, nowMs: number, revokedAtMs?: number): string {
  const when = day(instantMs(token.expires_at))
  switch (tokenState(token, nowMs)) {
    case 'active':
      return t('Expires {{when}}', { when })
    case 'expired':
      return t('Expired {{when}}', { when })
    case 'revoked':
      return revokedAtMs === undefined ? t('Revoked') : t('Revoked {{when}}', { when: day(revokedAtMs) })
  }
}
