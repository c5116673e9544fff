import { adoptStyles } from '../../ui/adoptStyles.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { useTip } from '../../ui/Tip.tsx'
import type { Access, Holder } from './access.ts'
import { accessWords, whereText, whyText } from './accessWords.ts'
import { MARKS } from './marks.ts'
import styles from './verdict.css?inline'

adoptStyles(styles)

/** The mark of a verdict, never without its words, visible or read out. */
export const VerdictMark = ({ kind }: { kind: Access['kind'] }) => (
  <span className="mark" data-kind={kind}>
    <LineIcon d={MARKS[kind]} />
  </span>
)

interface Props {
  access: Access
  holder: Holder
  /** The verdict is not about a place, but about all of Waldur. */
  everywhere?: boolean
}

/** A verdict: its mark and a few words, or the mark alone if it works. */
export function Verdict({ access, holder, everywhere = false }: Props) {
  if (access.kind === 'works') {
    if (everywhere && access.through.length > 0) {
      return <VerdictText kind="works" cell={whereText(access.through)} aria={whyText(access, holder)} />
    }
    return <WorksMark access={access} holder={holder} />
  }
  // The place's heading already says that it was deleted.
  const { cell, aria } = accessWords(access)
  return <VerdictText kind={access.kind} cell={access.kind === 'gone' ? '' : cell} aria={aria} />
}

interface WorksProps {
  access: Extract<Access, { kind: 'works' }>
  holder: Holder
}

/** A check mark alone, which says why on hover and focus. */
export function WorksMark({ access, holder }: WorksProps) {
  const tip = useTip(() => <Trans text={whyText(access, holder)} />)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard can reach the explanation as well */}
      <span className="verdict-works" role="img" aria-label={t('Works here')} tabIndex={0} {...tip.bind}>
        <VerdictMark kind="works" />
      </span>
      {tip.shown}
    </>
  )
}

export const VerdictText = ({ kind, cell, aria }: { kind: Access['kind']; cell: string; aria?: string }) => (
  <span className="verdict" data-kind={kind}>
    <VerdictMark kind={kind} />
    <bdi aria-hidden={aria !== undefined}>
      <Trans text={cell} />
    </bdi>
    {aria !== undefined && (
      <span className="unseen">
        <Trans text={aria} />
      </span>
    )}
  </span>
)
