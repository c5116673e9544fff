import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { late } from './late.tsx'

const Menu = late(async () => (await import('@mui/material/Menu')).default)

interface Props {
  label: string
  icon: ReactNode
  /** The items; they may close the menu first. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a menu of its own name. */
export function MenuButton({ label, icon, children }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  return (
    <Box>
      <Button
        ref={button}
        id={id}
        color="inherit"
        startIcon={icon}
        aria-haspopup="menu"
        aria-expanded={shown}
        onClick={() => setShown(true)}
      >
        {label}
      </Button>
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
