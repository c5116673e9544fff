import { t } from '../../ui/i18n.tsx'
import type { Holder, NamedPlace } from '../access/access.ts'
import { accessOf, isNever } from '../access/access.ts'
import { followsRole } from '../access/follows.ts'
import { staffText } from '../access/staffText.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'
import { SENTENCES } from '../summary/summaryWords.ts'
import { summaryInputOf, TokenSummary } from '../summary/TokenSummary.tsx'

interface Props {
  token: Token
  places: readonly NamedPlace[] | null
  holder: Holder
}

/**
 * What the table below does not say: what a token can do whose permissions decide nothing, that nothing works
 * elsewhere, views that no place limits, and what it all depends on.
 */
export function AccessLead({ token, places, holder }: Props) {
  const { scopes } = token
  const isDeciding = scopes.some((scope) => !followsRole(scope) && !isGlobal(scope))
  const also = alsoText(scopes, holder)
  // The notes say so.
  if (places?.every(({ uuid }) => uuid === null) && also === null) return null
  const texts = isDeciding
    ? [places && onlyText(places.length), also, basisText(places !== null, holder)]
    : [holder.isStaff && scopes.some(followsRole) ? staffText('reads') : null]
  const told = texts.filter((text) => text !== null).join(' ')
  if (isDeciding && told === '') return null
  return (
    <p className="card-lead">
      {!isDeciding && <TokenSummary of={{ ...summaryInputOf(token, holder, places), networks: null }} tense="can" />}{' '}
      {told}
    </p>
  )
}

const onlyText = (count: number): string =>
  t('Its permissions work only in these places and inside them.', {
    count,
    defaultValue_one: 'Its permissions work only in this place and inside it.',
  })

function alsoText(scopes: readonly string[], holder: Holder): string | null {
  const [views] = scopes.filter((scope) => isGlobal(scope) && !isNever(accessOf(scope, null, holder))).sort()
  if (views === undefined) return null
  return views === 'STAFF.ACCESS' ? SENTENCES.also.staffViews() : SENTENCES.also.supportViews()
}

/**
 * Staff need no role; of a token that works everywhere, the notes say so. Where the roles are, the list says itself.
 */
function basisText(isLimited: boolean, { isStaff }: Holder): string | null {
  if (!isLimited) return null
  return isStaff
    ? staffText('limited')
    : t('Based on your current roles. If they change, so does this, at the latest a day later.')
}
