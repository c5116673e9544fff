import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oracleExchanges } from './oracle/oracle.ts'

// What the rule does is tried on nginx and Caddy, in e2e/deploySignInKey.spec.ts.

/** The fields that a token's question without any goes on with. */
function fieldsIn(path: string): string[] {
  const lists = readFileSync(path, 'utf8').match(/(?:field=\w+&){9,}field=\w+/g) ?? []
  expect(lists, path).toHaveLength(1)
  return lists.flatMap((list) => [...new URLSearchParams(list).values()])
}

const fields = fieldsIn('deploy/nginx/sign-in-key.conf')

test('nginx and Caddy ask for the same fields, each once, and never for the key', () => {
  expect(fieldsIn('deploy/sign-in-key.caddy')).toEqual(fields)
  expect(new Set(fields).size).toBe(fields.length)
  expect(fields).not.toContain('token')
})

test('nothing else of a profile is kept back', () => {
  const { me, selfservice } = oracleExchanges()
  const answers = [...(me?.exchanges ?? []), ...(selfservice?.exchanges ?? [])]
  const people = answers.filter(({ request }) => /^\/api\/users\/[^/]+\/(\?|$)/.test(request.path))
  const shown = new Set(people.flatMap(({ response }) => Object.keys(response.body ?? {})))
  expect(shown).toContain('token')
  expect([...shown].filter((name) => !fields.includes(name)).sort()).toEqual(['detail', 'token'])
})
