import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isUnknownToServer, pastedUuid, searchQueries } from './search.ts'
import type { EntityType } from './types.ts'

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })

/** The paths that a proxy in front of Waldur responds to. */
let strange: string[] = []

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(
      strange.includes(new URL(address).pathname)
        ? new Response('default backend - 404', { status: 404 })
        : Response.json([], { headers: { 'X-Result-Count': '0' } }),
    ),
  )
})

afterEach(() => {
  client.clear()
  vi.unstubAllGlobals()
})

const across = (types: EntityType[]) => client.fetchQuery(searchQueries.across(types, 'ci'))

describe('a 404', () => {
  test('for a list that every Waldur has is not an empty list', async () => {
    strange = ['/api/projects/']
    await expect(across(['customer', 'project'])).resolves.toMatchObject({ failed: ['project'], rows: [] })
    await expect(client.fetchInfiniteQuery(searchQueries.ofType('project', 'ci'))).rejects.toSatisfy(
      (error) => !isUnknownToServer(error, 'project'),
    )
  })

  test('for a list that extends another is not an empty list either', async () => {
    strange = ['/api/marketplace-provider-offerings/']
    await expect(across(['customer', 'offering'])).resolves.toMatchObject({ failed: ['offering'] })
  })

  test('for a module that is turned off hides its types', async () => {
    strange = ['/api/proposal-proposals/', '/api/proposal-protected-calls/']
    await expect(across(['customer', 'proposal', 'call'])).resolves.toMatchObject({ failed: [], failure: null })
    await expect(client.fetchInfiniteQuery(searchQueries.ofType('proposal', 'ci'))).rejects.toSatisfy((error) =>
      isUnknownToServer(error, 'proposal'),
    )
  })
})

test('a uuid is looked for in a uuid or an address, and not in a search for several words', () => {
  const uuid = '0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e'
  expect(pastedUuid(uuid)).toBe(uuid)
  expect(pastedUuid('0F6C2F0F-2D4F-4F0D-9C3A-6F1D2B3C4D5E')).toBe(uuid)
  expect(pastedUuid(`https://waldur.test/organizations/${'1'.repeat(32)}/projects/${uuid}/`)).toBe(uuid)
  for (const link of [`<https://waldur.test/projects/${uuid}/|My project>`, `[My project](/projects/${uuid}/)`]) {
    expect(pastedUuid(link)).toBe(uuid)
  }
  expect(pastedUuid(`backup ${uuid}`)).toBeNull()
  expect(pastedUuid(`\u202a${uuid.slice(0, 9)}\u00ad${uuid.slice(9)}\u200b\ufeff`)).toBe(uuid)
  expect(pastedUuid('deadbeef')).toBeNull()
})
