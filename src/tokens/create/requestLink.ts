import { withoutInvisible } from '../../api/invisible.ts'
import { normalizeUuid } from '../../api/wire.ts'
import type { EntityType } from '../../entities/types.ts'
import { isEntityType } from '../../entities/types.ts'
import type { TokenRequest } from '../dialog.ts'

/** No honest request is longer, and parsing it would only keep the browser busy. */
const MOST = { characters: 20_000, scopes: 500, bindings: 50, networks: 50, days: 3650 }

/**
 * The part after `/tokens/new#`: `name=…&scopes=A.LIST,B.LIST&bind=project:<uuid>&network=…&days=30`. Everything except
 * the name and the days may repeat. Never longer than what `parseRequest` reads.
 */
export function buildRequest({ name, scopes, bindings, networks, days }: TokenRequest): string {
  const parts = new URLSearchParams()
  if (name !== '') parts.append('name', name)
  if (scopes.length > 0) parts.append('scopes', scopes.join(','))
  for (const { type, uuid } of bindings ?? []) parts.append('bind', `${type}:${uuid}`)
  if (bindings?.length === 0) parts.append('bind', '')
  for (const network of networks ?? []) parts.append('network', network)
  if (networks?.length === 0) parts.append('network', '')
  if (days !== null) parts.append('days', String(days))
  // A space as %20 survives every chat and mail program; the other characters keep the link readable.
  return parts.toString().replaceAll('+', '%20').replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
}

/**
 * Reads the request in a link. It is only trusted to fill a form: anything not understood is reported, never guessed.
 * @param text the part of the URL after the `#`
 * @returns `ignored`: keys and values that were left out
 */
export function parseRequest(text: string): { request: TokenRequest; ignored: string[] } {
  const ignored = text.length > MOST.characters ? ['…'] : []
  const parts = [...new URLSearchParams(text.slice(0, MOST.characters))]
  const all = (key: string) => parts.filter(([name]) => name === key).map(([, value]) => value)
  const take = <Value>(read: (value: string) => Value | null, values: string[], most: number): Value[] =>
    values.filter(isThere).flatMap((value, index) => {
      const taken = index < most ? read(value) : null
      if (taken !== null) return [taken]
      ignored.push(value)
      return []
    })
  const keys = parts.map(([key]) => key).filter((key) => !REQUEST_KEYS.includes(key))
  ignored.push(...new Set(keys))
  const request = {
    name: take((value) => value, all('name'), 1)[0] ?? '',
    scopes: [...new Set(take(readScope, all('scopes').map(withoutInvisible).flatMap(split), MOST.scopes))],
    bindings: all('bind').length > 0 ? take(readBinding, all('bind'), MOST.bindings) : null,
    networks: all('network').length > 0 ? take(withoutInvisible, all('network'), MOST.networks) : null,
    days: take(readDays, all('days'), 1)[0] ?? null,
  }
  return { request, ignored }
}

export const REQUEST_KEYS = ['name', 'scopes', 'bind', 'network', 'days']

const isThere = (value: string): boolean => value.trim() !== ''

/** The separators of a list of constants copied from elsewhere: `["ORDER.LIST", "ORDER.CREATE"]`. */
export const BETWEEN_CONSTANTS = /[\s,;"'`[\]]+/

const split = (list: string): string[] => list.split(BETWEEN_CONSTANTS)

const readScope = (value: string): string | null => (/^[\w.-]{1,100}$/.test(value) ? value : null)

function readBinding(value: string): { type: EntityType; uuid: string } | null {
  const [type = '', text = '', ...more] = withoutInvisible(value).split(':')
  const uuid = normalizeUuid(text)
  return isEntityType(type) && uuid !== null && more.length === 0 ? { type, uuid } : null
}

function readDays(value: string): number | null {
  const seen = withoutInvisible(value).trim()
  const days = /^\d{1,4}$/.test(seen) ? Number(seen) : 0
  return days >= 1 && days <= MOST.days ? days : null
}
