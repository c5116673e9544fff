import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oracleExchanges } from './oracle/oracle.ts'

// The rule's behavior is tested on nginx and Caddy, in e2e/deploySignInKey.spec.ts.

/** The fields that the rule adds to a token's request that names none. */
function fieldsIn(path: string): string[] {
  const lists = readFileSync(path, 'utf8').match(/(?:field=\w+&){9,}field=\w+/g) ?? []
  expect(lists, path).toHaveLength(1)
  return lists.flatMap((list) => [...new URLSearchParams(list).values()])
}

const fields = fieldsIn('deploy/nginx/sign-in-key.conf')

test('nginx and Caddy request the same fields, each once, and never the key', () => {
  expect(fieldsIn('deploy/sign-in-key.caddy')).toEqual(fields)
  expect(new Set(fields).size).toBe(fields.length)
  expect(fields).not.toContain('token')
})

test('they leave out no other field of a profile', () => {
  const { me, selfservice } = oracleExchanges()
  const exchanges = [...(me?.exchanges ?? []), ...(selfservice?.exchanges ?? [])]
  const people = exchanges.filter(({ request }) => /^\/api\/users\/[^/]+\/(\?|$)/.test(request.path))
  const shown = new Set(people.flatMap(({ response }) => Object.keys(response.body ?? {})))
  expect(shown).toContain('token')
  expect([...shown].filter((name) => !fields.includes(name)).sort()).toEqual(['detail', 'token'])
})
