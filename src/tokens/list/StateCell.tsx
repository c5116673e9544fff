import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import Tooltip from '@mui/material/Tooltip'
import { useContext } from 'react'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/words.tsx'
import { ailmentLabel } from '../health/findingLabel.ts'
import { HealthContext } from '../health/useHealth.ts'
import type { Token } from '../schema.ts'
import { StateLabel } from '../state/StateLabel.tsx'

/** The state, and a small mark where something is worth a look: what, it says on hover and focus. */
export function StateCell({ token }: { token: Token }) {
  const now = useNow()
  // The state itself tells that it ends soon.
  const ailments = useContext(HealthContext)(token, now).filter(({ kind }) => kind !== 'ends soon')
  const text = t('Worth a look: {{ailments}}', { ailments: ailments.map(ailmentLabel).join('; ') })
  return (
    <div className="state">
      <StateLabel token={token} />
      {ailments.length > 0 && (
        <Tooltip title={text}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what it says is there for the keyboard as well */}
          <span className="ailing" role="img" aria-label={text} tabIndex={0}>
            <ErrorOutlined fontSize="inherit" />
          </span>
        </Tooltip>
      )}
    </div>
  )
}
