import Check from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode, Ref } from 'react'
import { t } from './i18n.tsx'

/** The steps of a task in one card. All can be used at any time; their marks say which are done, and which is next. */
export function Steps({ children }: { children: ReactNode }) {
  return (
    <Box
      component="ol"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
        '& > li + li': { borderTop: 1, borderColor: 'divider' },
        // A phone has no space for the edges of a card.
        '@media (max-width: 599px)': { mx: -2, borderInline: 0, borderRadius: 0 },
      }}
    >
      {children}
    </Box>
  )
}

interface Props {
  number: number
  title: string
  /** The id of its heading, which can take the focus. `about`: the id of what is said then. */
  id?: string
  about?: string
  headingRef?: Ref<HTMLHeadingElement>
  state: 'done' | 'now' | 'later'
  /** Beside the heading. */
  action?: ReactNode
  children: ReactNode
}

export function Step({ number, title, id, about, headingRef, state, action, children }: Props) {
  return (
    <Box
      component="li"
      aria-current={state === 'now' ? 'step' : undefined}
      sx={{
        display: 'grid',
        gridTemplateColumns: '28px minmax(0, 1fr)',
        columnGap: { xs: 1.5, sm: 2 },
        px: { xs: 2, sm: 3 },
        pt: 2,
        pb: 2.5,
      }}
    >
      <Mark number={number} state={state} />
      <div>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'space-between',
            alignItems: 'center',
            gap: '4px 12px',
            mb: 1,
          }}
        >
          <Typography
            variant="h3"
            id={id}
            aria-describedby={about}
            ref={headingRef}
            tabIndex={-1}
            sx={{ lineHeight: '1.75rem', outline: 'none' }}
          >
            {title}
          </Typography>
          {action}
        </Box>
        {children}
      </div>
    </Box>
  )
}

const COLORS = {
  done: { bgcolor: 'var(--good-soft)', color: 'var(--good)' },
  now: { bgcolor: 'var(--accent-fill)', color: 'var(--on-fill)' },
  later: { bgcolor: 'var(--sunken)', color: 'text.secondary' },
}

function Mark({ number, state }: Pick<Props, 'number' | 'state'>) {
  return (
    <Box
      sx={{
        ...COLORS[state],
        width: 28,
        height: 28,
        display: 'grid',
        placeItems: 'center',
        borderRadius: '50%',
        fontSize: '0.8125rem',
        fontWeight: 600,
        '@media (forced-colors: active)': { border: 1 },
      }}
    >
      {state === 'done' ? (
        <Check titleAccess={t('Done')} sx={{ fontSize: '1rem' }} />
      ) : (
        <span aria-hidden>{number}</span>
      )}
    </Box>
  )
}
