import ArrowForward from '@mui/icons-material/ArrowForward'
import Check from '@mui/icons-material/Check'
import KeyOutlined from '@mui/icons-material/KeyOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import Public from '@mui/icons-material/Public'
import Remove from '@mui/icons-material/Remove'
import Terminal from '@mui/icons-material/Terminal'
import Box from '@mui/material/Box'
import type { SvgIconProps } from '@mui/material/SvgIcon'
import type { ComponentType, ReactNode } from 'react'
import { toWire } from '../../api/wire.ts'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { DAY } from '../../ui/time.ts'
import { LifeBar } from '../life/LifeBar.tsx'
import { catalogLabel } from '../permissions/catalogLabel.ts'

/** A call with an example token, and its result. */
const CALL = '$ curl -H @token \\\n  …/marketplace-orders/'
const RESULT = '200 OK'
const NAME = 'deploy-bot'
const WALDUR = 'Waldur'
const PLACE = 'Genomics'
/** The English labels of these two. All the others load with the dialogs, and this picture before them. */
const CANCEL = 'Cancel orders'
const UPDATE = 'Update resources'

/** Your script, a token and Waldur, made of the parts that the page uses for real tokens. */
export function TokenPicture() {
  return (
    <Box
      role="img"
      aria-label={t(
        'Your script has the secret of a token. With it, the script acts in Waldur as you, with the token’s permissions in its places.',
      )}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 56px minmax(0, 1.1fr) 56px minmax(0, 1fr)',
        alignItems: 'center',
        '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
      }}
    >
      <Part icon={Terminal} title={t('Your script')} aside={t('has the secret')}>
        <Box
          dir="ltr"
          translate="no"
          sx={{ typography: 'mono', lineHeight: '1.25rem', whiteSpace: 'pre-wrap', color: 'text.secondary' }}
        >
          {CALL}
          <Box sx={{ color: 'success.main' }}>{RESULT}</Box>
        </Box>
        <Lines>
          <Line end={<LockOutlined sx={{ fontSize: '1rem' }} />} dim>
            {t('has the secret')}
          </Line>
        </Lines>
      </Part>
      <Arrow />
      <Part icon={KeyOutlined} title={NAME} state main>
        <Life />
        <Lines>
          <Line end={<Works />}>{catalogLabel('ORDER.CANCEL') ?? CANCEL}</Line>
          <Line end={<Works />}>{catalogLabel('RESOURCE.UPDATE') ?? UPDATE}</Line>
          <Line end={<Nothing />} dim>
            {t('Other permissions')}
          </Line>
        </Lines>
      </Part>
      <Arrow />
      <Part icon={Public} title={WALDUR} aside={PLACE}>
        <Lines>
          <Line end={<Works />}>{PLACE}</Line>
          <Line end={<Nothing />} dim>
            {t('Your other projects')}
          </Line>
          <Line end={<Box sx={{ flexShrink: 0, fontSize: '0.75rem', color: 'text.secondary' }}>{t('reads')}</Box>}>
            {t('All your orders, invoices')}
          </Line>
        </Lines>
      </Part>
    </Box>
  )
}

interface PartProps {
  icon: ComponentType<SvgIconProps>
  title: string
  /** All that a phone shows of it. */
  aside?: string
  state?: boolean
  main?: boolean
  children: ReactNode
}

function Part({ icon: Sign, title, aside, state = false, main = false, children }: PartProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        minHeight: 168,
        p: 2,
        border: 1,
        borderColor: main ? 'var(--accent-line)' : 'divider',
        borderRadius: '12px',
        bgcolor: main ? 'background.paper' : 'background.default',
        ...(main && { boxShadow: '0 0 0 4px var(--accent-soft)' }),
        '@media (max-width: 719px)': {
          minHeight: 0,
          py: 1.5,
          ...(!main && { '& > :not(:first-child)': { display: 'none' } }),
        },
      }}
    >
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, fontSize: '0.8125rem', fontWeight: 600 }}
      >
        <Sign sx={{ fontSize: '1.125rem', color: 'text.secondary' }} />
        {title}
        <Box sx={{ marginInlineStart: 'auto', fontWeight: 400, color: 'text.secondary' }}>
          {state && (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 550, color: 'success.main' }}>
              <Icon of="active" /> {t('Active')}
            </Box>
          )}
          {aside && <Box sx={{ '@media (min-width: 720px)': { display: 'none' } }}>{aside}</Box>}
        </Box>
      </Box>
      {children}
    </Box>
  )
}

const Arrow = () => (
  <Box
    sx={{
      display: 'grid',
      justifyContent: 'center',
      color: 'var(--text-3)',
      '&:dir(rtl)': { transform: 'scaleX(-1)' },
      '@media (max-width: 719px)': { my: 1, transform: 'rotate(90deg)' },
    }}
  >
    <ArrowForward sx={{ fontSize: '1.25rem' }} />
  </Box>
)

/** A third of its life is over, and it was used a few days ago. */
function Life() {
  const now = useNow()
  const at = (days: number) => toWire(now + days * DAY)
  return <LifeBar token={{ created: at(-28), expires_at: at(62), last_used_at: at(-1), is_active: true }} />
}

/** At the bottom of their part, parted by hairlines. */
const Lines = ({ children }: { children: ReactNode }) => (
  <Box sx={{ mt: 'auto', '& > * + *': { borderTop: 1, borderColor: 'divider' } }}>{children}</Box>
)

const Line = ({ end, dim = false, children }: { end: ReactNode; dim?: boolean; children: ReactNode }) => (
  <Box
    sx={{
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: 1,
      minHeight: 28,
      fontSize: '0.8125rem',
      color: dim ? 'text.secondary' : undefined,
    }}
  >
    {children}
    {end}
  </Box>
)

const SIGN = {
  width: 20,
  height: 20,
  display: 'grid',
  placeItems: 'center',
  flexShrink: 0,
  borderRadius: '50%',
} as const

const Works = () => (
  <Box sx={{ ...SIGN, bgcolor: 'var(--good-soft)', color: 'var(--good)' }}>
    <Check sx={{ fontSize: '0.875rem' }} />
  </Box>
)

const Nothing = () => (
  <Box sx={{ ...SIGN, color: 'var(--text-3)' }}>
    <Remove sx={{ fontSize: '0.875rem' }} />
  </Box>
)
