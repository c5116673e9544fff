import { useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../../ui/now.ts'
import type { Token } from '../schema.ts'
import { stateWords } from './stateWords.ts'
import { TurnedOffContext } from './TurnedOffContext.ts'

/** Icon, word and colour; never colour alone. */
export function StateLabel({ token }: { token: Token }) {
  const now = useNow()
  const { state, text, tone } = stateWords(token, now, useContext(TurnedOffContext))
  return (
    <span className="state-label" data-tone={tone}>
      <Icon of={state} />
      {text}
    </span>
  )
}
