import Check from '@mui/icons-material/Check'
import CircleOutlined from '@mui/icons-material/CircleOutlined'
import Close from '@mui/icons-material/Close'
import DragHandle from '@mui/icons-material/DragHandle'
import LockOutlined from '@mui/icons-material/LockOutlined'
import QuestionMark from '@mui/icons-material/QuestionMark'
import Remove from '@mui/icons-material/Remove'
import SubdirectoryArrowRight from '@mui/icons-material/SubdirectoryArrowRight'
import VerticalAlignTop from '@mui/icons-material/VerticalAlignTop'
import Box from '@mui/material/Box'
import type { SvgIconProps } from '@mui/material/SvgIcon'
import type { ComponentType } from 'react'
import { t } from '../../ui/i18n.tsx'
import { tintOf } from '../../ui/Tag.tsx'
import { useTip } from '../../ui/Tip.tsx'
import { unseen } from '../../ui/unseen.ts'
import type { Access, Holder } from './access.ts'
import { accessWords, whereText, whyText } from './accessWords.ts'

interface Mark {
  icon: ComponentType<SvgIconProps>
  /** Missing for verdicts that need no attention. */
  color?: 'success' | 'info' | 'warning' | 'error'
  /** A plain sign, smaller than the others. */
  small?: boolean
}

const MARKS: Record<Access['kind'], Mark> = {
  works: { icon: Check, color: 'success' },
  inside: { icon: SubdirectoryArrowRight, color: 'info' },
  above: { icon: VerticalAlignTop, color: 'warning' },
  'staff only': { icon: LockOutlined, color: 'warning' },
  gone: { icon: Close, color: 'error', small: true },
  follows: { icon: DragHandle },
  unknown: { icon: QuestionMark, small: true },
  'not yours': { icon: Remove },
  'not asked': { icon: CircleOutlined, small: true },
}

/** The sign of a verdict, never without its text, visible or read out. */
function VerdictSign({ kind }: { kind: Access['kind'] }) {
  const { icon: Icon, color, small = false } = MARKS[kind]
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        width: 22,
        height: 22,
        flexShrink: 0,
        borderRadius: 1,
        color: color ? `${color}.main` : 'text.secondary',
        ...(color && !small && { bgcolor: tintOf(color) }),
      }}
    >
      <Icon sx={{ fontSize: small ? 12 : 16 }} />
    </Box>
  )
}

interface Props {
  access: Access
  holder: Holder
  /** The verdict is not about a place, but about all of Waldur. */
  everywhere?: boolean
}

/** A verdict: its sign and a few words. A check mark alone explains itself on hover and focus. */
export function Verdict({ access, holder, everywhere = false }: Props) {
  if (access.kind === 'works') {
    const why = whyText(access, holder)
    if (everywhere && access.through.length > 0)
      return <VerdictText kind="works" cell={whereText(access.through)} aria={why} />
    return <Works why={why} />
  }
  // The place's heading already says that it was deleted.
  const { cell, aria } = accessWords(access)
  return <VerdictText kind={access.kind} cell={access.kind === 'gone' ? '' : cell} aria={aria} />
}

function Works({ why }: { why: string }) {
  const tip = useTip(() => why)
  return (
    <>
      {/* The keyboard can reach the explanation as well. */}
      <Box component="span" role="img" aria-label={t('Works here')} tabIndex={0} sx={CHECK_MARK} {...tip.bind}>
        <VerdictSign kind="works" />
      </Box>
      {tip.shown}
    </>
  )
}

const CHECK_MARK = { display: 'inline-flex', borderRadius: 1 } as const

export function VerdictText({ kind, cell, aria }: { kind: Access['kind']; cell: string; aria?: string }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'flex-start', minWidth: 0 }}>
      <VerdictSign kind={kind} />
      <Box
        aria-hidden={aria !== undefined}
        component="bdi"
        sx={{ minWidth: 0, pt: '1px', ...(!MARKS[kind].color && { color: 'text.secondary' }) }}
      >
        {cell}
      </Box>
      {aria !== undefined && <Box sx={unseen}>{aria}</Box>}
    </Box>
  )
}
