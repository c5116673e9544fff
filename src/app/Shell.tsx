import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { OpenTokenContext } from '../tokens/rows/openToken.ts'
import { Announcer } from '../ui/announce.tsx'
import { Brand } from '../ui/Brand.tsx'
import { t } from '../ui/i18n.tsx'
import { LanguageNotice } from '../ui/LanguageNotice.tsx'
import { PageLink } from '../ui/links.ts'
import { TopBar } from '../ui/TopBar.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { ActingAsNotice } from './ActingAsNotice.tsx'
import { ClockNotice } from './ClockNotice.tsx'
import { OfflineMark } from './OfflineMark.tsx'
import { PlainHttpNotice } from './PlainHttpNotice.tsx'

/** The frame around every page: skip link, app bar, the page, and the live region. */
export function Shell() {
  const navigate = useNavigate()
  const openToken = useCallback(
    (uuid: string | null) =>
      void navigate(uuid === null ? { to: '/tokens' } : { to: '/tokens/$uuid', params: { uuid } }),
    [navigate],
  )
  return (
    <>
      <Link href="#main" className="skip-link">
        {t('Skip to content')}
      </Link>
      <TopBar>
        <PageLink
          to="/tokens"
          color="inherit"
          underline="none"
          sx={{ marginInlineEnd: 'auto', display: 'inline-flex' }}
        >
          <Brand />
        </PageLink>
        <OfflineMark />
        <AccountMenu />
      </TopBar>
      <PlainHttpNotice />
      <ActingAsNotice />
      <ClockNotice />
      <LanguageNotice isBand />
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{ maxWidth: 1248, mx: 'auto', px: { xs: 2, sm: 3 }, py: { xs: 2.5, sm: 4 }, outline: 'none' }}
      >
        <OpenTokenContext value={openToken}>
          <Outlet />
        </OpenTokenContext>
      </Box>
      <Announcer />
    </>
  )
}
