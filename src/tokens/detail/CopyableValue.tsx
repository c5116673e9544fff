import { useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { Status } from '../../ui/Status.tsx'
import { useBlank } from '../../ui/useBlank.ts'

/** A value for the command line or a search, with a button that copies it. */
export function CopyableValue({ value }: { value: string }) {
  const code = useRef<HTMLElement>(null)
  const [isDone, setIsDone] = useState<boolean | null>(null)
  const [isBlank, blank] = useBlank()
  const copy = async () => {
    blank()
    setIsDone((await writeToClipboard(value)) || copyBySelecting(code.current))
  }
  return (
    <div className="copyable">
      <code ref={code} dir="ltr" translate="no">
        {value}
      </code>
      <button
        type="button"
        className="more"
        aria-label={t('Copy {{text}}', { text: value })}
        onClick={() => void copy()}
      >
        <LineIcon d={isDone ? CHECK : COPY} />
      </button>
      <Status className={isDone === false ? undefined : 'unseen'}>
        {isDone === null || isBlank
          ? ''
          : isDone
            ? t('Copied')
            : t('Couldn’t copy. The text is selected. Press Ctrl+C or ⌘C.')}
      </Status>
    </div>
  )
}

const COPY =
  'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5'
const CHECK = 'm3.5 8.5 3 3 6-7'
