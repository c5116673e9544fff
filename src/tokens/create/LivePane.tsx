import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { t } from '../../ui/i18n.tsx'

interface Props {
  /** Closes the sheet; missing beside the form. */
  onClose?: () => void
  children: ReactNode
  /** Below everything else, always in the same place. */
  foot: ReactNode
}

/** What the token will do. As high in every state, so that the button never moves; only the middle scrolls. */
export function LivePane({ onClose, children, foot }: Props) {
  const id = useId()
  return (
    <Box component="aside" aria-labelledby={id} sx={PANE}>
      <div className="pane-body">
        <div className="pane-head">
          <h3 id={id}>{t('What this token can do')}</h3>
          {onClose && (
            <IconButton aria-label={t('Close')} onClick={onClose} size="small" edge="end">
              <ExpandMore fontSize="small" />
            </IconButton>
          )}
        </div>
        {children}
      </div>
      <div className="pane-foot">{foot}</div>
    </Box>
  )
}

/** Beside the form it stays while the form scrolls. */
export const PANE_BESIDE = {
  position: 'sticky',
  top: 80,
  height: 'min(calc(100dvh - 104px), 704px)',
  borderRadius: 1.5,
  border: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  overflow: 'clip',
} as const

/** Over the form, on a narrow screen. */
export const PANE_SHEET = { height: 'min(calc(100dvh - 48px), 704px)', borderRadius: '16px 16px 0 0' } as const

const PANE = {
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
  '& .pane-body': { flex: '1 1 0', minHeight: 0, overflowY: 'auto' },
  '& .pane-head': { display: 'flex', alignItems: 'center', justifyContent: 'space-between', px: 2.5, pt: 1.75 },
  '& h3': { m: 0, fontSize: '0.8125rem', lineHeight: '1.25rem', fontWeight: 550, color: 'text.secondary' },
  '& .pane-part': { px: 2.5, py: 1.75 },
  '& .pane-part + .pane-part:not(:empty)': { borderTop: 1, borderColor: 'divider' },
  '& .pane-part:empty': { display: 'none' },
  '& .pane-foot': { px: 2.5, py: 1.75, borderTop: 1, borderColor: 'divider' },
} as const
