import { Fragment, useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import { Status } from '../../ui/Status.tsx'
import { useBlank } from '../../ui/useBlank.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { Call, Opened } from './calls.ts'
import { viewsText } from './viewsText.ts'

interface Props {
  rows: readonly { permission: string; opened: Opened }[]
}

/** The API calls of each permission. Without Emotion, because an owner's permissions make 200 lines. */
export function CallList({ rows }: Props) {
  const words = usePermissionWords()
  /** What was copied last, and whether that worked. */
  const [copied, setCopied] = useState<{ key: string; isDone: boolean } | null>(null)
  const [isBlank, blank] = useBlank()
  const outcome =
    copied && (copied.isDone ? t('Copied') : t('Couldn’t copy. The call is selected. Press Ctrl+C or ⌘C.'))
  return (
    <div className="calls">
      <ul>
        {rows.map(({ permission, opened }) => (
          <li key={permission}>
            <bdi className="calls-of">{words(permission).label}</bdi>
            {opened.kind === 'calls' ? (
              <ul>
                {opened.calls.map((call) => {
                  const key = `${permission} ${call.method} ${call.path}`
                  return (
                    <CallLine
                      key={key}
                      call={call}
                      outcome={copied?.key === key ? outcome : null}
                      onCopied={(isDone) => {
                        blank()
                        setCopied({ key, isDone })
                      }}
                    />
                  )
                })}
              </ul>
            ) : (
              <span className="aside">{instead(permission, opened.kind)}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="aside">{t('As read from Waldur 8.0.5 and newer code. Other versions may differ.')}</p>
      <Status className="unseen">{!isBlank && outcome}</Status>
    </div>
  )
}

interface LineProps {
  call: Call
  /** The result of copying this one. */
  outcome: string | null
  onCopied: (isDone: boolean) => void
}

function CallLine({ call: { method, path, isOld, field }, outcome, onCopied }: LineProps) {
  const code = useRef<HTMLElement>(null)
  const text = `${method} ${path}`
  const copy = async () => onCopied((await writeToClipboard(text)) || copyBySelecting(code.current))
  return (
    <li className="call">
      <code ref={code} translate="no" dir="ltr">
        <b>{method}</b>{' '}
        {path.split(/(?<=\/)(?=.)/).map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one path never change their order
          <Fragment key={index}>
            {index > 1 && <wbr />}
            {part}
          </Fragment>
        ))}
      </code>
      <button type="button" className="more" aria-label={t('Copy {{text}}', { text })} onClick={() => void copy()}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={outcome === null ? COPY : CHECK} />
        </svg>
      </button>
      <span className="aside">
        {field !== null && <span>{t('with {{field}}', { field })}</span>}
        {isOld && <span>{t('as of 2024')}</span>}
        {/* Screen readers get it from the status. */}
        {outcome !== null && <span aria-hidden="true">{outcome}</span>}
      </span>
    </li>
  )
}

function instead(permission: string, kind: Exclude<Opened['kind'], 'calls'>): string | null {
  switch (kind) {
    case 'follows':
      return t('Follows your role. The token makes no difference.')
    case 'views':
      return viewsText(permission)
    case 'unknown':
      return t('It isn’t known which calls this opens.')
  }
}

const COPY =
  'M16 1H4a2 2 0 0 0-2 2v14h2V3h12zm3 4H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2m0 16H8V7h11z'
const CHECK = 'M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z'
