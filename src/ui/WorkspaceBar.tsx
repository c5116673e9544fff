import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface Props {
  titleId: string
  title: ReactNode
  /** What the cross does, for screen readers. */
  closeLabel: string
  onClose: () => void
  /** Waits for a request. It keeps the focus, as SteadyButton.tsx does. */
  isWaiting: boolean
  /** Further actions, at the end. */
  children?: ReactNode
}

/** The bar of a dialog that fills the window: it stays on top while everything below it scrolls. */
export function WorkspaceBar({ titleId, title, closeLabel, onClose, isWaiting, children }: Props) {
  return (
    <Box
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 2,
        flexShrink: 0,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        px: WORKSPACE_MARGIN,
      }}
    >
      <Box
        sx={{ maxWidth: WORKSPACE_WIDTH, mx: 'auto', minHeight: 55, display: 'flex', alignItems: 'center', gap: 1.5 }}
      >
        <IconButton
          aria-label={closeLabel}
          aria-disabled={isWaiting}
          {...(isWaiting ? { className: 'Mui-disabled' } : { onClick: onClose })}
          size="small"
          edge="start"
        >
          <Close fontSize="small" />
        </IconButton>
        <Typography id={titleId} variant="h2" sx={{ flex: '1 1 0', minWidth: 0, overflowX: 'clip' }}>
          {title}
        </Typography>
        {children}
      </Box>
    </Box>
  )
}

export const WORKSPACE_WIDTH = 1120

/** The window's margins. */
export const WORKSPACE_MARGIN = { xs: 2, sm: 3, lg: 5 } as const
