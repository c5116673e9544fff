import type { FieldErrors } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Problem } from '../../api/errors.ts'
import { t } from '../../ui/words.tsx'
import { readNetwork } from './networks.ts'

/** For every form in which one says from where a token may be used. */
export const networkFields = {
  source: z.enum(['anywhere', 'only']),
  // Objects, not texts: rows come and go, and need an identity of their own. Kept while hidden.
  networks: z.array(z.object({ text: z.string() })),
}

export interface NetworkValues {
  source: 'anywhere' | 'only'
  networks: { text: string }[]
}

/** What is on the screen for a token with these networks. */
export const networkValues = (networks: readonly string[] = []): NetworkValues => ({
  source: networks.length === 0 ? 'anywhere' : 'only',
  networks: networks.map((text) => ({ text })),
})

/**
 * The networks as Waldur will keep them, one a row and in their order, so that an index in its answer finds its row.
 * A row that cannot be read is complained of, never left out.
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

/** Those of the rows that can be read: what is known while somebody is still typing. */
export const readableNetworks = ({ networks }: Pick<NetworkValues, 'networks'>): string[] =>
  networks.flatMap(({ text }) => {
    const read = readNetwork(text)
    return 'network' in read ? [read.network] : []
  })

/**
 * The row that Waldur's complaint is about, by its index or by the network that the sentence quotes, or null. The
 * sentence may be translated, but it quotes first what was sent, and only then what to use instead.
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

/** The wrong ones among these fields, by their names on the screen. */
export function wrongNetworkFields({ source, networks }: FieldErrors<NetworkValues>): string[] {
  const rows = Array.isArray(networks) ? networks : []
  return [
    source && t('From which addresses'),
    ...rows.map((row, index) => row && t('Address {{number}}', { number: index + 1 })),
  ].filter((name) => typeof name === 'string')
}
