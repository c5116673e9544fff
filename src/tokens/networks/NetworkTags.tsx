import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { FieldError, UseFormReturn } from 'react-hook-form'
import { useFieldArray, useFormState, useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { Advice } from '../../ui/Advice.tsx'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { FixButton } from '../../ui/FixButton.tsx'
import { langOf } from '../../ui/formErrors.ts'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { useLimits } from '../limits/limits.ts'
import type { NetworkValues } from './fields.ts'
import { readableNetworks } from './fields.ts'
import { NetworkField } from './NetworkField.tsx'
import { NetworkTag } from './NetworkTag.tsx'
import styles from './networks.css?inline'
import { covers, mappedIpv4, readNetwork, shownNetwork, sortEntries } from './networks.ts'

adoptStyles(styles)

interface Props {
  form: UseFormReturn<NetworkValues>
  /** What is wrong with the list as a whole. */
  problem: FieldError | undefined
}

/** The allowed addresses: each that was entered as a tag, and the field for the next one, which is the last row. */
export function NetworkTags({ form, problem }: Props) {
  const id = useId()
  const rows = useFieldArray({ control: form.control, name: 'networks' })
  const networks = useWatch({ control: form.control, name: 'networks' })
  const { errors } = useFormState({ control: form.control, name: 'networks' })
  const { networks: most } = useLimits()
  const last = rows.fields.length - 1
  const readable = readableNetworks({ networks })
  /** What became of what was entered: the focus stays in the field, so nothing else says it. */
  const [[entered, times], setEntered] = useState<[text: string, times: number]>(['', 0])

  /** Makes tags of the entries that are new. @returns the row of the field */
  const addTags = (entries: readonly string[]): number => {
    rows.insert(
      last,
      entries.map((text) => ({ text })),
      { shouldFocus: false },
    )
    form.clearErrors('source')
    return last + entries.length
  }
  /** Makes tags of what is in the field. Whatever can’t be read stays in it, with the reason. */
  const enter = (text: string) => {
    const { good, bad } = sortEntries(text, readableNetworks({ networks: networks.slice(0, last) }))
    const field = `networks.${addTags(good)}.text` as const
    form.setValue(field, bad.join(' '), { shouldDirty: true })
    const read = readNetwork(bad[0] ?? '')
    const problem = 'problem' in read && bad.length > 0 && read.problem
    if (problem) form.setError(field, { type: 'custom', message: problem })
    else form.clearErrors(field)
    const added = good.length > 0 ? `${listing(good)}, ${t('added')}` : t('You’ve already added this IP address.')
    setEntered([problem || added, times + 1])
  }

  const full =
    most !== undefined && readable.length >= most
      ? t('Waldur allows at most {{count}} IP addresses or ranges per token.', {
          count: most,
          defaultValue_one: 'Waldur allows only 1 IP address or range per token.',
        })
      : ''
  const problems = networks.slice(0, last).map((_row, index) => errors.networks?.[index]?.text)
  return (
    <>
      <div className="addresses">
        <ul>
          {rows.fields.slice(0, last).map((row, index) => (
            <NetworkTag
              key={row.id}
              control={form.control}
              index={index}
              describedBy={`${id}-${index}`}
              onRemove={() => {
                rows.remove(index)
                form.clearErrors('source')
                form.setFocus(`networks.${last - 1}.text`)
              }}
            />
          ))}
        </ul>
        <NetworkField
          key={rows.fields[last]?.id}
          control={form.control}
          index={last}
          describedBy={`${id}-hint`}
          onEnter={enter}
        />
        <CurrentAddress readable={readable} onAdd={(mine) => form.setFocus(`networks.${addTags([mine])}.text`)} />
      </div>
      {problems.map(
        (error, index) =>
          error && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the number of the row
            <FormHelperText error key={index} id={`${id}-${index}`} lang={langOf(error)}>
              <Trans
                text={t('[[network]]: {{problem}}', {
                  network: shownNetwork(networks[index]?.text ?? ''),
                  problem: error.message ?? '',
                })}
              />
            </FormHelperText>
          ),
      )}
      <Hint id={`${id}-hint`} problem={errors.networks?.[last]?.text ?? problem} text={networks[last]?.text ?? ''} />
      {networks.map((row, index) => (
        <Mapped
          // biome-ignore lint/suspicious/noArrayIndexKey: the number of the row
          key={index}
          text={row.text}
          onReplace={(text) => {
            rows.update(index, { text })
            form.setFocus(`networks.${last}.text`)
          }}
        />
      ))}
      {full !== '' && (
        <Typography variant="body2" sx={{ color: 'warning.main', mt: 0.75 }}>
          {full}
        </Typography>
      )}
      <Spoken text={full} />
      <Spoken text={entered} about={String(times)} />
    </>
  )
}

/** What is wrong, how Waldur will spell what was typed, or what else can be typed. */
function Hint({ id, problem, text }: { id: string; problem: FieldError | undefined; text: string }) {
  const read = readNetwork(text)
  const isOther = 'network' in read && ![read.network, shownNetwork(text)].includes(text.trim())
  return (
    <FormHelperText id={id} lang={langOf(problem)} error={problem !== undefined}>
      <Trans
        text={
          problem?.message ??
          (isOther
            ? t('Waldur stores this as [[network]].', { network: read.network })
            : t('Press Enter to add more than one.'))
        }
      />
    </FormHelperText>
  )
}

/** An IPv4 address written as IPv6. Where Waldur sees callers like that, it is right. */
function Mapped({ text, onReplace }: { text: string; onReplace: (text: string) => void }) {
  const mine = useUser().ip_address ?? ''
  const plain = mappedIpv4(mine) === null ? mappedIpv4(text) : null
  const why =
    plain === null ? '' : t('Waldur reads this as IPv6 and would deny requests from [[address]].', { address: plain })
  return (
    <>
      {plain !== null && (
        <Box sx={{ mt: 1 }}>
          <Advice>
            <Trans text={why} />
            {'network' in readNetwork(plain) && (
              <FixButton text={t('Use [[network]]', { network: plain })} apply={() => onReplace(plain)} />
            )}
          </Advice>
        </Box>
      )}
      <Spoken text={why} />
    </>
  )
}

/** Adds the caller's address as Waldur sees it. A browser does not know it, and no other server is asked. */
function CurrentAddress({ readable, onAdd }: { readable: readonly string[]; onAdd: (address: string) => void }) {
  const id = useId()
  const mine = useUser().ip_address?.trim() ?? ''
  if (!('network' in readNetwork(mine))) return null
  const isCovered = readable.length > 0 && covers(readable, mine)
  return (
    <>
      <SteadyButton size="small" isOff={isCovered} aria-describedby={id} onClick={() => onAdd(mine)}>
        <span>
          <Trans text={t('Add my current IP address ([[address]])', { address: mine })} />
        </span>
      </SteadyButton>
      {isCovered && (
        <span id={id} hidden>
          {t('You’ve already added this IP address.')}
        </span>
      )}
    </>
  )
}
