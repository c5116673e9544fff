import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { visible } from '../../ui/names.ts'
import { listing, t } from '../../ui/words.tsx'
import type { PastedScopes } from '../rules/pastedScopes.ts'

/** For what was not pasted. */
export const NOTHING_LEFT: PastedScopes = { known: [], refused: [], unknown: [], rest: null, hadSecret: false }

/** More than these do not fit without scrolling. */
const FEW = 10
/** Waldur has 142 permissions; more than these are nobody's list of them. */
const MOST_NAMED = 1000

/** Names what was asked for, by a job or a pasted text, and is not chosen; and says what to do next. */
export function Refused({ known, refused, unknown, rest, hadSecret }: PastedScopes) {
  const named = (words: readonly string[]) => listing(words.map(cut).map(visible), MOST_NAMED)
  const count = refused.length + unknown.length
  return (
    <>
      {hadSecret && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t(
            'The text you pasted contained a secret. It wasn’t kept. If someone else may have seen it, revoke that token or sign out to end that session.',
          )}
        </Alert>
      )}
      {(count > 0 || rest !== null) && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {/* All of them, to be looked through: a pasted list may hold hundreds. */}
          <Box sx={{ maxHeight: 120, overflowY: 'auto' }} tabIndex={count > FEW ? 0 : undefined}>
            {refused.length > 0 && (
              <div>
                {t('You can’t give a token these permissions: {{permissions}}.', { permissions: named(refused) })}
              </div>
            )}
            {unknown.length > 0 && (
              <div>
                {t('This page doesn’t know these permissions: {{words}}. Search for them by name.', {
                  words: named(unknown),
                })}
              </div>
            )}
            {rest !== null && (
              <div>
                {known.length + count === 0
                  ? t('The pasted text has no permissions. Select them below.')
                  : rest.length > 0
                    ? t('Only the permissions in the pasted text were used. Enter the rest yourself: {{fields}}.', {
                        fields: listing(rest),
                      })
                    : t('Only the permissions in the pasted text were used.')}
              </div>
            )}
          </Box>
        </Alert>
      )}
    </>
  )
}

/** Whoever pastes a file may paste long words. */
const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text)
