import { t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { useFirstFew } from '../../ui/useFirstFew.tsx'
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

/** What to review about a token: a line each, with the button that fixes it. */
export function Notes({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const now = useNow()
  const isActive = tokenState(token, now) === 'active'
  const found = useTokenHealth(token, now)
  const findings = isActive ? found : []
  const { places } = useBoundPlaces(token)
  const canLimit = useHasPlaces(findings.some(({ kind }) => kind === 'boundless'))
  const successor = useSuccessor(token)
  // Each place may have one.
  const { shown, more } = useFirstFew(findings)
  if (findings.length === 0 && successor === null && (isActive || !token.is_active)) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a part of a form
    <div role="group" className="card notes" aria-label={t('To review')}>
      <ul>
        {shown.map((finding) => (
          <FindingNote
            key={`${finding.kind} ${'place' in finding ? finding.place.uuid : ''}`}
            finding={finding}
            fix={fixOf(finding, token, places, canLimit)}
            token={token}
            open={open}
          />
        ))}
        {more && <li className="notes-rest">{more}</li>}
        {isActive && successor && <SuccessorNote successor={successor} />}
        {!isActive && <EndedNote token={token} open={open} />}
      </ul>
    </div>
  )
}
