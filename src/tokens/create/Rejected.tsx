import Stack from '@mui/material/Stack'
import { Alert } from '../../ui/Alert.tsx'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { visible } from '../../ui/names.ts'
import { Spoken } from '../../ui/Spoken.tsx'
import type { PastedScopes } from './pastedScopes.ts'

/** Nothing was left out. */
export const NOTHING_LEFT: PastedScopes = { known: [], rejected: [], unknown: [], rest: null, hadSecret: false }

/** More lines do not fit without scrolling. */
const FEW = 10
/** Waldur has 142 permissions, so a list with more names than this is not a list of permissions. */
const MOST_NAMED = 1000

/** Lists what a template or a pasted text asked for but was not selected, and says what to do next. */
export function Rejected(left: PastedScopes) {
  const lines = linesOf(left)
  const isMuch = left.rejected.length + left.unknown.length > FEW
  return (
    <>
      <AlertPlace>
        {left.hadSecret && (
          <Alert role="none" severity="warning" sx={{ mb: 1.5 }}>
            {t(
              'The text you pasted contained a secret. It wasn’t kept. If someone else may have seen it, revoke that token or sign out to end that session.',
            )}
          </Alert>
        )}
      </AlertPlace>
      {lines.length > 0 && (
        <Alert role="note" severity="info" sx={{ mb: 1.5 }}>
          {/* All of them, in a scrollable box: a pasted list may contain hundreds. */}
          <Stack
            spacing={0.75}
            {...(isMuch && {
              tabIndex: 0,
              role: 'group',
              'aria-label': t('Permissions'),
              sx: { maxHeight: 120, overflowY: 'auto' },
            })}
          >
            {lines.map((line) => (
              <div key={line}>
                <Trans text={line} />
              </div>
            ))}
          </Stack>
        </Alert>
      )}
      <Spoken text={lines.join(' ')} />
    </>
  )
}

function linesOf({ known, rejected, unknown, rest }: PastedScopes): string[] {
  const named = (words: readonly string[]) => listing(words.map(cut).map(visible), MOST_NAMED)
  const lines: string[] = []
  if (rejected.length > 0) {
    lines.push(
      t('You can’t give a token these permissions: [[permissions]].', {
        count: rejected.length,
        defaultValue_one: 'You can’t give a token this permission: [[permissions]].',
        permissions: named(rejected),
      }),
    )
  }
  if (unknown.length > 0) {
    const words = named(unknown)
    lines.push(
      t('This page doesn’t know these permissions: [[words]]. Search for them by name.', {
        count: unknown.length,
        defaultValue_one: 'This page doesn’t know this permission: [[words]]. Search for it by name.',
        words,
      }),
    )
  }
  if (rest === null) return lines
  if (known.length + lines.length === 0) return [t('The pasted text has no permissions. Select them below.')]
  if (rest.length === 0) return [...lines, t('Only the permissions in the pasted text were used.')]
  const fields = listing(rest)
  return [
    ...lines,
    t('Only the permissions in the pasted text were used. Enter the rest yourself: {{fields}}.', { fields }),
  ]
}

/** A pasted file may contain very long words. */
const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text)
