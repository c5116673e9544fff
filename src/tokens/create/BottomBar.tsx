import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { useNow } from '../../ui/now.ts'
import { PartBoundary } from '../../ui/PartBoundary.tsx'
import { day } from '../../ui/time.ts'
import { WORKSPACE_MARGIN } from '../../ui/WorkspaceBar.tsx'
import { endOf } from '../limits/lifetime.ts'
import { useMaxDays } from '../limits/limits.ts'
import type { TokenForm } from './form.ts'
import { sumText } from './sumText.ts'
import { useWarning } from './TokenWarning.tsx'
import { useNotes } from './useNotes.tsx'
import { usePlan } from './usePlan.ts'

interface Props {
  form: TokenForm
  /** Whether the pane is open over the form. */
  isOpen: boolean
  onOpen: () => void
  button: ReactNode
  /** What has to be seen at once, above the sum. */
  children: ReactNode
}

/** On a narrow screen, in place of the pane: the token in one line, which opens the pane, and the button. */
export const BottomBar = ({ form, isOpen, onOpen, button, children }: Props) => (
  <Box sx={BAR}>
    {/* The outcome of several tokens without a secret is long; keep the form visible. */}
    <Box className="pane-alerts" sx={ALERTS}>
      {children}
    </Box>
    <Box sx={{ px: WORKSPACE_MARGIN, py: 1.25, display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <PartBoundary>
          <Sum form={form} isOpen={isOpen} onOpen={onOpen} />
        </PartBoundary>
      </Box>
      {button}
    </Box>
  </Box>
)

function Sum({ form, isOpen, onOpen }: Pick<Props, 'form' | 'isOpen' | 'onOpen'>) {
  const { scopes, isLimited, chosen } = usePlan(form.control)
  const [lifetime, until, understood] = useWatch({
    control: form.control,
    name: ['lifetime', 'until', 'understood'],
  })
  const isToConfirm = useWarning(form) !== null && understood === ''
  const notes = useNotes(form).length
  const end = endOf(lifetime, until, useNow(), useMaxDays())
  return (
    <ButtonBase aria-haspopup="dialog" aria-expanded={isOpen} onClick={onOpen} sx={SUM}>
      <Box component="span" sx={{ flex: '1 1 0', minWidth: 0 }}>
        <span className="unseen">{`${t('What this token can do')}: `}</span>
        <Box component="span" sx={{ ...CUT, fontWeight: 550 }}>
          {sumText(scopes.length, isLimited ? (chosen?.length ?? 0) : null)}
        </Box>
        <Box component="span" sx={{ ...CUT, fontSize: '0.75rem', color: 'text.secondary' }}>
          {[
            Number.isNaN(end) ? t('no expiration yet') : t('until {{day}}', { day: day(end) }),
            isToConfirm && t('confirm it'),
            notes > 0 && t('{{count}} notes', { count: notes, defaultValue_one: '1 note' }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
      <LineIcon d="m4 10 4-4 4 4" />
    </ButtonBase>
  )
}

const ALERTS = {
  px: WORKSPACE_MARGIN,
  pt: 1.25,
  maxHeight: '50dvh',
  overflowY: 'auto',
  '&:not(:has(:not(:empty)))': { p: 0 },
} as const

const BAR = {
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  flexShrink: 0,
  pb: 'env(safe-area-inset-bottom)',
  bgcolor: 'background.paper',
  borderTop: 1,
  borderColor: 'divider',
} as const

const SUM = {
  width: '100%',
  minHeight: 44,
  px: 0.5,
  marginInlineStart: -0.5,
  gap: 1,
  borderRadius: 1,
  textAlign: 'start',
  typography: 'body2',
} as const

const CUT = { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
