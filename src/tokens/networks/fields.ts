import type { FieldErrors } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Problem } from '../../api/errors.ts'
import { t } from '../../ui/i18n.tsx'
import { readNetwork } from './networks.ts'

/** The fields of every form with allowed networks. */
export const networkFields = {
  source: z.enum(['anywhere', 'only']),
  // Objects, not strings, because rows need an identity when some are added and removed. The last one is the field for
  // the next address, and may be blank. Kept while hidden.
  networks: z.array(z.object({ text: z.string() })),
}

export interface NetworkValues {
  source: 'anywhere' | 'only'
  networks: { text: string }[]
}

/** The field for the next address. */
export const nextNetwork = ({ networks }: Pick<NetworkValues, 'networks'>) =>
  `networks.${networks.length - 1}.text` as const

/** The form values for a token with these networks. */
export const networkValues = (networks: readonly string[] = []): NetworkValues => ({
  source: networks.length === 0 ? 'anywhere' : 'only',
  networks: [...networks, ''].map((text) => ({ text })),
})

/**
 * The networks as Waldur will store them, one per row and in order, so that an index in its response finds the row. An
 * invalid row is an error and never left out.
 */
export function networksOf(
  { source, networks }: NetworkValues,
  complain: (path: (string | number)[], message: string) => void,
): string[] {
  if (source === 'anywhere') return []
  const last = Math.max(networks.length - 1, 0)
  const seen = new Set<string>()
  const read = networks.flatMap(({ text }, index) => {
    if (index === last && text.trim() === '') return []
    const path = ['networks', index, 'text']
    const entry = readNetwork(text)
    if ('problem' in entry) {
      complain(path, entry.problem)
      return []
    }
    if (seen.has(entry.network)) complain(path, t('You’ve already added this IP address.'))
    seen.add(entry.network)
    return [entry.network]
  })
  const isEmpty = networks.every(({ text }) => text.trim() === '')
  if (isEmpty) complain(['networks', last, 'text'], t('Add at least one IP address or choose “Any IP address”.'))
  return read
}

/** The networks of the valid rows, while the user may still be typing. */
export const readableNetworks = ({ networks }: Pick<NetworkValues, 'networks'>): string[] =>
  networks.flatMap(({ text }) => {
    const read = readNetwork(text)
    return 'network' in read ? [read.network] : []
  })

/**
 * The row that Waldur's message is about, by its index or by the network that it quotes, or null. The message may be
 * translated, but it quotes the sent network first, and only then the suggested one.
 */
export function networkRowOf({ path, text }: Problem, networks: NetworkValues['networks']): number | null {
  if (path[0] !== 'allowed_networks') return null
  const index = Number(path[1])
  if (path[1] !== undefined && networks[index] !== undefined) return index
  const sent = networks.map((row) => readableNetworks({ networks: [row] })[0])
  for (const word of text.split(/\s+/)) {
    const row = sent.indexOf(word)
    if (row !== -1) return row
  }
  return null
}

/** Whether any of these fields is wrong. */
export const isWrongNetwork = ({ source, networks }: FieldErrors<NetworkValues>): boolean =>
  source !== undefined || networks !== undefined
