import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { t } from '../../ui/i18n.tsx'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { TokenCount } from './TokenLimit.tsx'

/** The button, and below it how many tokens there are, and what can be changed later. */
export function PaneFoot({ children }: { children: ReactNode }) {
  const knowsNetworks = useKnowsNetworks()
  return (
    <>
      {children}
      {/* Two lines, whether or not both are needed. */}
      <Box sx={{ mt: 1.25, minHeight: 32, fontSize: '0.75rem', lineHeight: '1rem', color: 'text.secondary' }}>
        {knowsNetworks === false
          ? t('A token cannot be changed later: to change it, create another one.')
          : t('Only its addresses can be changed later: to change anything else, create another one.')}{' '}
        <TokenCount />
      </Box>
    </>
  )
}
