import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import type { UseQueryResult } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { Rows } from '../../api/client.ts'
import { PartBoundary } from '../../ui/PartBoundary.tsx'
import type { AvailableScope } from '../abilities.ts'
import { bindingTargetsQuery } from '../abilities.ts'
import type { FormStart } from '../dialog.ts'
import { BindingPicker } from './BindingPicker.tsx'
import { FormPart } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { LifetimePicker } from './LifetimePicker.tsx'
import { NameField } from './NameField.tsx'
import { NetworksSection } from './NetworksSection.tsx'
import { Origin } from './Origin.tsx'
import { ScopePicker } from './ScopePicker.tsx'

interface Props {
  form: TokenForm
  start: FormStart | undefined
  /** The permissions that the user can grant. */
  available: UseQueryResult<Rows<AvailableScope>>
  /** Permissions that the user turned out to no longer hold. They were removed from the form. */
  lostScopes: readonly string[]
  /** Whether to show more than the name, so that the user can start typing at once. */
  isWhole: boolean
}

/** The fields, in sections of one card. */
export function FormCard({ form, start, available, lostScopes, isWhole }: Props) {
  // Requested before the parts that show it mount.
  const targets = useQuery(bindingTargetsQuery())
  const bindable = targets.data === null ? null : new Set(targets.data?.rows.map((row) => row.permission))
  return (
    <Paper variant="outlined" sx={CARD}>
      {start && (
        <FormPart>
          <Origin form={form} start={start} />
        </FormPart>
      )}
      <FormPart>
        <NameField form={form} replaced={start?.as === 'replacement' ? start.token.name : undefined} />
      </FormPart>
      {isWhole ? (
        <>
          <PartBoundary>
            <ScopePicker available={available} bindable={bindable} form={form} lost={lostScopes} />
          </PartBoundary>
          <PartBoundary>
            <BindingPicker form={form} />
          </PartBoundary>
          <PartBoundary>
            <NetworksSection form={form} />
          </PartBoundary>
          <PartBoundary>
            <LifetimePicker form={form} />
          </PartBoundary>
        </>
      ) : (
        <Box sx={{ height: '100vh' }} />
      )}
    </Paper>
  )
}

/** On a narrow screen it reaches from edge to edge. */
const CARD = {
  minWidth: 0,
  '@media (max-width: 999.95px)': {
    mx: { xs: -2, sm: -3 },
    borderWidth: '0 0 1px',
    borderRadius: 0,
  },
} as const
