import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { entityQueries, isUnknownToServer } from './queries.ts'
import type { EntityType } from './types.ts'

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })

/** The paths that a proxy in front of Waldur answers. */
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

const across = (types: EntityType[]) => client.fetchQuery(entityQueries.across(types, 'ci'))

describe('a 404', () => {
  test('for a list that every Waldur has is not an empty list', async () => {
    strange = ['/api/projects/']
    await expect(across(['customer', 'project'])).resolves.toMatchObject({ failed: ['project'], rows: [] })
    await expect(client.fetchInfiniteQuery(entityQueries.search('project', 'ci'))).rejects.toSatisfy(
      (error) => !isUnknownToServer(error, 'project'),
    )
  })

  test('for a list that extends another is not an empty list either', async () => {
    strange = ['/api/marketplace-provider-offerings/']
    await expect(across(['customer', 'offering'])).resolves.toMatchObject({ failed: ['offering'] })
  })

  test('for a module that is switched off hides its types', async () => {
    strange = ['/api/proposal-proposals/', '/api/proposal-protected-calls/']
    await expect(across(['customer', 'proposal', 'call'])).resolves.toMatchObject({ failed: [], failure: null })
    await expect(client.fetchInfiniteQuery(entityQueries.search('proposal', 'ci'))).rejects.toSatisfy((error) =>
      isUnknownToServer(error, 'proposal'),
    )
  })
})
