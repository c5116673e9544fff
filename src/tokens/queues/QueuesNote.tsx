import Alert from '@mui/material/Alert'
import { DelayedLine } from '../../ui/DelayedLine.tsx'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { Token } from '../schema.ts'
import { useQueues } from './useQueues.ts'

/** Before a rotation: which event queues may stop receiving events, or that one might. */
export function RotatedQueues({ token }: { token: Token }) {
  const queues = useQueues([token])
  return (
    <DelayedLine>
      {queues !== null && queues.count > 0 ? (
        <Alert severity="warning" role="none">
          {t(
            '{{count}} event queues were registered with a token that has this name and prefix. They may stop receiving events. Register them again with the new secret.',
            {
              count: queues.count,
              defaultValue_one:
                '1 event queue was registered with a token that has this name and prefix. It may stop receiving events. Register it again with the new secret.',
            },
          )}
        </Alert>
      ) : (
        queues?.isOpen === true && (
          <Alert severity="info" role="none">
            {t('If an event queue was registered with this token, it may stop receiving events.')}
          </Alert>
        )
      )}
    </DelayedLine>
  )
}

/** Before a revocation: which event queues may stop receiving events. */
export function RevokedQueues({ tokens }: { tokens: readonly Token[] }) {
  const queues = useQueues(tokens)
  return (
    <DelayedLine>
      {queues !== null && queues.count > 0 && (
        <Alert severity="warning" role="none">
          {tokens.length === 1
            ? t(
                '{{count}} event queues were registered with a token that has this name and prefix. They may stop receiving events. Register them again with another token.',
                {
                  count: queues.count,
                  defaultValue_one:
                    '1 event queue was registered with a token that has this name and prefix. It may stop receiving events. Register it again with another token.',
                },
              )
            : t(
                '{{count}} event queues were registered with tokens that have these names and prefixes: {{names}}. They may stop receiving events. Register them again with another token.',
                {
                  count: queues.count,
                  names: listing(queues.names.map(nameText), 5),
                  defaultValue_one:
                    '1 event queue was registered with a token that has this name and prefix: {{names}}. It may stop receiving events. Register it again with another token.',
                },
              )}
        </Alert>
      )}
    </DelayedLine>
  )
}
