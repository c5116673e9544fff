import { useState } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useNow } from '../../ui/now.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import type { Dialog } from '../dialog.ts'
import { useTokenHealth } from '../health/useTokenHealth.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { EndedNote } from './EndedNote.tsx'
import { FindingNote } from './FindingNote.tsx'
import { fixOf } from './findingFix.ts'
import { SuccessorNote, useSuccessor } from './SuccessorNote.tsx'
import { useBoundPlaces } from './useBoundPlaces.ts'

/** More would push what the token can do out of sight: each place may have one. */
const AT_FIRST = 3

/** What to review about a token: a line each, with the button that fixes it. */
export function Notes({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const now = useNow()
  const isActive = tokenState(token, now) === 'active'
  const found = useTokenHealth(token, now)
  const findings = isActive ? found : []
  const { places } = useBoundPlaces(token)
  const canLimit = useHasPlaces(findings.some(({ kind }) => kind === 'boundless'))
  const successor = useSuccessor(token)
  const [isWhole, setIsWhole] = useState(false)
  const isLong = findings.length > AT_FIRST + 1
  if (findings.length === 0 && successor === null && (isActive || !token.is_active)) return null
  return (
    <section className="card notes" aria-label={t('To review')}>
      <ul>
        {(isLong && !isWhole ? findings.slice(0, AT_FIRST) : findings).map((finding) => (
          <FindingNote
            key={`${finding.kind} ${'place' in finding ? finding.place.uuid : ''}`}
            finding={finding}
            fix={fixOf(finding, token, places, canLimit)}
            token={token}
            open={open}
          />
        ))}
        {isLong && (
          <li className="notes-rest">
            <LinkButton aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
              {isWhole ? t('Show fewer') : t('Show all {{shown}}', { shown: number(findings.length) })}
            </LinkButton>
          </li>
        )}
        {isActive && successor && <SuccessorNote successor={successor} />}
        {!isActive && <EndedNote token={token} open={open} />}
      </ul>
    </section>
  )
}
