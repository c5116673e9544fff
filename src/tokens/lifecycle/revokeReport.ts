import type { RequestError } from '../../api/errors.ts'
import { isOutcomeUnknown } from '../../api/outcome.ts'
import { toWire } from '../../api/wire.ts'
import { causeText } from '../../ui/errorText.ts'
import { listing, number, t, unmarked } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'
import type { Outcome, Outcomes } from './revokeMany.ts'

/** What a failed revocation leaves open, or what is known about the token despite it. */
export function revokeDoubt(error: RequestError): string | undefined {
  if (error.changedNothing) return t('The token is still active.')
  return isOutcomeUnknown(error)
    ? t('The token may have been revoked anyway. It’s safe to revoke it again.')
    : undefined
}

/** "44 revoked, 2 already gone and 4 failed." */
export function summaryOf(tokens: readonly Token[], outcomes: Outcomes): string {
  const counts = { revoked: 0, already: 0, failed: 0, unknown: 0, unsent: 0 }
  for (const { uuid } of tokens) {
    const outcome = outcomes.get(uuid)
    if (outcome === 'revoked') counts.revoked += 1
    else if (outcome === 'already revoked') counts.already += 1
    else if (typeof outcome === 'object') counts[isOutcomeUnknown(outcome.failed) ? 'unknown' : 'failed'] += 1
    else counts.unsent += 1
  }
  const parts = [
    (counts.revoked > 0 || tokens.length === 0) && t('{{shown}} revoked', { shown: number(counts.revoked) }),
    counts.already > 0 &&
      t('{{shown}} already gone', {
        count: counts.already,
        shown: number(counts.already),
        defaultValue_one: '1 already gone',
      }),
    counts.failed > 0 && t('{{shown}} failed', { shown: number(counts.failed) }),
    counts.unknown > 0 && t('{{shown}} not known', { shown: number(counts.unknown) }),
    counts.unsent > 0 && t('{{shown}} not attempted', { shown: number(counts.unsent) }),
  ].filter((part) => part !== false)
  return `${listing(parts)}.`
}

/** The outcome of each token for a file, starting with the column names. Waldur's reasons as they were shown. */
export function reportLines(tokens: readonly Token[], outcomes: Outcomes): string[][] {
  return [
    ['name', 'uuid', 'starts_with', 'outcome', 'reason', 'failed_at'],
    ...tokens.map((token) => {
      const outcome = outcomes.get(token.uuid)
      const failed = typeof outcome === 'object' ? outcome.failed : null
      return [
        token.name,
        token.uuid,
        tokenStart(token),
        outcomeOf(outcome),
        failed ? unmarked(reasonText(failed)) : '',
        failed ? toWire(failed.at) : '',
      ]
    }),
  ]
}

/** As the dialog says it. */
function outcomeOf(outcome: Outcome | undefined): string {
  if (typeof outcome === 'object') return isOutcomeUnknown(outcome.failed) ? 'not known' : 'failed'
  return outcome === 'already revoked' ? 'already gone' : (outcome ?? 'not attempted')
}

/** Why a token is not known to be revoked, and what is known, for `Trans`. */
export const reasonText = (failed: RequestError): string =>
  [causeText(failed), revokeDoubt(failed)].filter((sentence) => sentence !== undefined).join(' ')
