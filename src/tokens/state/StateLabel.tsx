import { useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import type { Token } from '../schema.ts'
import { stateWords } from './stateWords.ts'
import { TurnedOffContext } from './TurnedOffContext.ts'

/**
 * Icon, word and color; never color alone.
 * @param isBrief if what is left of the token's life is beside it
 */
export function StateLabel({ token, isBrief = false }: { token: Token; isBrief?: boolean }) {
  const now = useNow()
  const { state, text, tone } = stateWords(token, now, useContext(TurnedOffContext))
  return (
    <span className="state-label" data-tone={tone}>
      <Icon of={state} />
      {isBrief && state === 'ending' ? t('Expires soon') : text}
    </span>
  )
}
