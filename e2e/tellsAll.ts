import type { IncomingMessage, ServerResponse } from 'node:http'

/** What is never to reach a token. */
export const KEY = 'ownerkey00000000000000000000000000000000'

const person = { uuid: '4'.repeat(32), username: 'owner', email: 'owner@example.org', token: KEY }

/** Without what is around it; what cannot be decoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).trim()
  } catch {
    return text
  }
}

/** What is answered where these fields are asked for: all of them where none that there is was named. */
function answer(query: string) {
  const params = query.split(/[&;#]/).map((param) => param.split('=').map(decoded))
  const names = params.flatMap(([name, value = '']) => (name === 'field' ? [value.replaceAll('\0', '')] : []))
  const known = Object.entries(person).filter(([name]) => names.includes(name))
  return known.length > 0 ? Object.fromEntries(known) : person
}

/**
 * A Waldur that reads every request the way it gets most out of it: any path that could mean people, any text between
 * the fields, anything around their names, a `#` as the end or not.
 */
export function tellAll({ url = '', method = '' }: IncomingMessage, response: ServerResponse): void {
  const [path = '', ...rest] = url.split('?')
  const isOfPeople = /^\/+api\/+users/i.test(decoded(path)) && /get|patch|put/i.test(method)
  const query = rest.join('?')
  const answers = [answer(query), answer(query.split('#')[0] ?? '')]
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(isOfPeople ? (answers.find((one) => 'token' in one) ?? answers[0]) : {}))
}
