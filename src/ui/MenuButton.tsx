import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { lazy } from './lazy.tsx'

const Menu = lazy(async () => (await import('@mui/material/Menu')).default)

interface Props {
  label: string
  icon: ReactNode
  /** Hides the label where there is no space for it. */
  bare?: boolean
  /** The items; they may close the menu first. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a menu of its own name. */
export function MenuButton({ label, icon, bare = false, children }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  const opens = { id, 'aria-haspopup': 'menu', 'aria-expanded': shown, onClick: () => setShown(true) } as const
  return (
    <Box>
      {bare ? (
        <IconButton ref={button} color="inherit" aria-label={label} {...opens}>
          {icon}
        </IconButton>
      ) : (
        <Button ref={button} color="inherit" startIcon={icon} {...opens}>
          {label}
        </Button>
      )}
      {shown && (
        <Menu
          open
          anchorEl={button.current}
          onClose={() => setShown(false)}
          slotProps={{ list: { 'aria-labelledby': id } }}
        >
          {children(() => setShown(false))}
        </Menu>
      )}
    </Box>
  )
}
