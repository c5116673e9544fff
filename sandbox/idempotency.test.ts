import { expect, test } from 'vitest'
import { goodToken, start, tokensPath } from './testClient.ts'

const key = { 'Idempotency-Key': 'a1' }

test('a create sent twice with one key issues one token and gets the same response twice', async () => {
  const { sandbox, signedIn } = await start()
  const send = await signedIn('norole')
  const first = await send('POST', tokensPath, goodToken, key)
  const second = await send('POST', tokensPath, goodToken, key)
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.json).toEqual(first.json)
  expect(first.headers.get('Idempotent-Replayed')).toBeNull()
  expect(second.headers.get('Idempotent-Replayed')).toBe('true')
  expect(second.headers.get('Cache-Control')).toBe('no-store')
  expect(await sandbox.tokensOf('norole')).toHaveLength(1)
})

test('two simultaneous requests get one response', async () => {
  const { sandbox, signedIn } = await start()
  const send = await signedIn('norole')
  const [first, second] = await Promise.all([1, 2].map(() => send('POST', tokensPath, goodToken, key)))
  expect(second?.json).toEqual(first?.json)
  expect(await sandbox.tokensOf('norole')).toHaveLength(1)
})

test('another caller, another key, no key, or ten minutes later makes a new request', async () => {
  const { sandbox, signedIn } = await start()
  const [norole, owner] = [await signedIn('norole'), await signedIn('owner')]
  const before = (await sandbox.tokensOf('owner')).length
  await norole('POST', tokensPath, goodToken, key)
  await owner('POST', tokensPath, goodToken, key)
  await norole('POST', tokensPath, goodToken, { 'Idempotency-Key': 'a2' })
  await norole('POST', tokensPath, goodToken)
  sandbox.advance(601_000)
  await norole('POST', tokensPath, goodToken, key)
  expect(await sandbox.tokensOf('norole')).toHaveLength(4)
  expect(await sandbox.tokensOf('owner')).toHaveLength(before + 1)
})

test('if it is turned off, keys are ignored, as in current Waldur releases', async () => {
  const { sandbox, signedIn } = await start()
  sandbox.settings.IDEMPOTENCY = false
  const send = await signedIn('norole')
  await send('POST', tokensPath, goodToken, key)
  await send('POST', tokensPath, goodToken, key)
  expect(await sandbox.tokensOf('norole')).toHaveLength(2)
})
