import type { Control } from 'react-hook-form'
import { OpenedCalls } from '../calls/OpenedCalls.tsx'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { usePlan } from './usePlan.ts'

/** The API calls that the chosen permissions allow in the chosen places, shown below the permissions. */
export function ChosenCalls({ control }: { control: Control<TokenFormValues, unknown, NewToken> }) {
  const { scopes, places, holder } = usePlan(control)
  return <OpenedCalls scopes={scopes} places={places} holder={holder} />
}
