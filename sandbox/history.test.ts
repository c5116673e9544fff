import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSandbox } from './sandbox.ts'
import { goodToken, testStart, tokensPath } from './testClient.ts'

const limit = 4

type Step = { act: 'create' } | { act: 'rotate' | 'revoke'; which: number } | { act: 'list' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ act: 'create' }),
  fc.record({ act: fc.constantFrom('rotate' as const, 'revoke' as const), which: fc.nat(20) }),
  fc.constant<Step>({ act: 'list' }),
)

/** Some steps are sent at the same time, because a user may have several windows. */
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 12 })

test('no history shows a plaintext twice, leaves a rotated token alive or passes the limit', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (turns) => {
      const sandbox = await openSandbox({ now: testStart, settings: { PAT_MAX_TOKENS_PER_USER: limit } })
      const key = await sandbox.signIn('norole')
      const send = async (method: string, path: string, authorization = `Token ${key}`, body?: unknown) => {
        const headers = { Authorization: authorization, 'Content-Type': 'application/json' }
        const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
        return await sandbox.app.fetch(new Request(`http://sandbox${path}`, init))
      }
      const shown: string[] = []
      const known: { uuid: string; token: string }[] = []
      const dead = new Set<string>()
      const issued = async (response: Response) => {
        const text = await response.text()
        for (const token of shown) expect(text).not.toContain(token)
        if (response.status !== 201) return
        const created = JSON.parse(text) as { uuid: string; token: string }
        shown.push(created.token)
        known.push(created)
      }
      const perform = async (one: Step) => {
        if (one.act === 'create') return await issued(await send('POST', tokensPath, undefined, goodToken))
        if (one.act === 'list') return await issued(await send('GET', `${tokensPath}?page_size=300`))
        const old = known[one.which % Math.max(known.length, 1)]
        if (!old) return
        if (one.act === 'revoke') {
          await send('DELETE', `${tokensPath}${old.uuid}/`)
          dead.add(old.token)
          return
        }
        const response = await send('POST', `${tokensPath}${old.uuid}/rotate/`)
        dead.add(old.token)
        await issued(response)
      }
      for (const turn of turns) {
        await Promise.all(turn.map(perform))
        const active = (await sandbox.tokensOf('norole')).filter(({ isActive }) => isActive)
        expect(active.length).toBeLessThanOrEqual(limit)
        for (const { token } of known) {
          const { status } = await send('GET', tokensPath, `Bearer ${token}`)
          expect(status).toBe(dead.has(token) ? 401 : 200)
        }
      }
      expect(new Set(shown).size).toBe(shown.length)
      await sandbox.close()
    }),
    { numRuns: 40 },
  )
}, 30_000)
