import type { IncomingMessage, ServerResponse } from 'node:http'

/** The key that a token must never get to see. */
export const KEY = 'ownerkey00000000000000000000000000000000'

const person = { uuid: '4'.repeat(32), username: 'owner', email: 'owner@example.org', token: KEY }

/** Decoded and trimmed; what can't be decoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim()
  } catch {
    return text
  }
}

/** The fields that the query asks for, or all if none of them exists. */
function fieldsOf(query: string) {
  const params = query.split(/[&;#]/).map((param) => param.split('=').map(decoded))
  const names = params.flatMap(([name, value = '']) => (name === 'field' ? [value.replaceAll('\0', '')] : []))
  const known = Object.entries(person).filter(([name]) => names.includes(name))
  return known.length > 0 ? Object.fromEntries(known) : person
}

/**
 * A server that reads every request in the most generous way: any path that could mean users, any separator between
 * fields, anything around their names, and `#` as the end of the query or not.
 */
export function respondLeniently({ url = '', method = '' }: IncomingMessage, response: ServerResponse): void {
  const [path = '', ...rest] = url.split('?')
  const isOfPeople = /^\/+api\/+users/i.test(decoded(path)) && /get|patch|put/i.test(method)
  const query = rest.join('?')
  const results = [fieldsOf(query), fieldsOf(query.split('#')[0] ?? '')]
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(isOfPeople ? (results.find((one) => 'token' in one) ?? results[0]) : {}))
}
