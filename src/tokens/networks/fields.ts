import type { FieldErrors } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Problem } from '../../api/errors.ts'
import { t } from '../../ui/i18n.tsx'
import { readNetwork } from './networks.ts'

/** The fields of every form with allowed networks. */
export const networkFields = {
  source: z.enum(['anywhere', 'only']),
  // Objects, not strings, because rows need an identity when some are added and removed. Kept while hidden.
  networks: z.array(z.object({ text: z.string() })),
}

export interface NetworkValues {
  source: 'anywhere' | 'only'
  networks: { text: string }[]
}

/** The form values for a token with these networks. */
export const networkValues = (networks: readonly string[] = []): NetworkValues => ({
  source: networks.length === 0 ? 'anywhere' : 'only',
  networks: networks.map((text) => ({ text })),
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
  if (networks.length === 0) complain(['source'], t('Add at least one address, or choose “From anywhere”.'))
  const seen = new Map<string, number>()
  return networks.flatMap(({ text }, index) => {
    const path = ['networks', index, 'text']
    const read = readNetwork(text)
    if ('problem' in read) {
      complain(path, read.problem)
      return []
    }
    const first = seen.get(read.network)
    if (first !== undefined) complain(path, t('This is the same as address {{number}}.', { number: first + 1 }))
    else seen.set(read.network, index)
    return [read.network]
  })
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

/** The invalid ones among these fields, by their names on the screen. */
export function wrongNetworkFields({ source, networks }: FieldErrors<NetworkValues>): string[] {
  const rows = Array.isArray(networks) ? networks : []
  return [
    source && t('From which addresses'),
    ...rows.map((row, index) => row && t('Address {{number}}', { number: index + 1 })),
  ].filter((name) => typeof name === 'string')
}
