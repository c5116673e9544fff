import type { ReactNode } from 'react'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { DelayedLine } from '../../ui/DelayedLine.tsx'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { Token } from '../schema.ts'
import { useQueues } from './useQueues.ts'

/** Before a rotation: which event queues may stop receiving events, or that one might. */
export function RotatedQueues({ token }: { token: Token }) {
  const queues = useQueues([token])
  return (
    <DelayedLine>
      {queues !== null && queues.count > 0 ? (
        <Note mark="warning">
          {t(
            '{{count}} event queues were registered with a token that has this name and prefix. They may stop receiving events. Register them again with the new secret.',
            {
              count: queues.count,
              defaultValue_one:
                '1 event queue was registered with a token that has this name and prefix. It may stop receiving events. Register it again with the new secret.',
            },
          )}
        </Note>
      ) : (
        queues?.isOpen === true && (
          <Note mark="note">
            {t('If an event queue was registered with this token, it may stop receiving events.')}
          </Note>
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
        <Note mark="warning">
          {tokens.length === 1 ? (
            t(
              '{{count}} event queues were registered with a token that has this name and prefix. They may stop receiving events. Register them again with another token.',
              {
                count: queues.count,
                defaultValue_one:
                  '1 event queue was registered with a token that has this name and prefix. It may stop receiving events. Register it again with another token.',
              },
            )
          ) : (
            <Trans
              text={t(
                '{{count}} event queues were registered with tokens that have these names and prefixes: [[names]]. They may stop receiving events. Register them again with another token.',
                {
                  count: queues.count,
                  names: listing(queues.names.map(nameText), 5),
                  defaultValue_one:
                    '1 event queue was registered with a token that has this name and prefix: [[names]]. It may stop receiving events. Register it again with another token.',
                },
              )}
            />
          )}
        </Note>
      )}
    </DelayedLine>
  )
}

const Note = ({ mark, children }: { mark: 'note' | 'warning'; children: ReactNode }) => (
  <Consequences>
    <Consequence mark={mark}>{children}</Consequence>
  </Consequences>
)
