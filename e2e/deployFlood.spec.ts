import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { expect } from './fixtures.ts'
import { startOther } from './otherOrigin.ts'
import { tokensPath } from './sandboxSteps.ts'
import { test } from './serve.ts'

/** A loopback address that stands for one client of nginx. */
type Address = `127.0.${number}.${number}`

const attacker = '127.0.3.1'

/** A key as the page makes it. */
const ownKey = () => randomBytes(16).toString('hex')

/** Sends anonymous requests. @returns the statuses, in order */
async function ask(origin: string, from: Address, method: 'GET' | 'POST', keys: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20, localAddress: from })
  const one = (key: string) =>
    new Promise<number>((resolve, reject) => {
      const sent = request(`${origin}${tokensPath}`, { agent, method, headers: { 'Idempotency-Key': key } })
      sent.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
      sent.on('error', reject).end()
    })
  const statuses = await Promise.all(keys.map(one))
  agent.destroy()
  return statuses
}

const count = (statuses: number[], wanted: number) => statuses.filter((status) => status === wanted).length
const many = <Each>(length: number, key: () => Each) => Array.from({ length }, key)

/** Sixty users click once each, and each browser sends its request twice. @returns the statuses of both */
async function click(origin: string): Promise<number[][]> {
  const people = Array.from({ length: 60 }, (_, at): [Address, string] => [`127.0.4.${at + 1}`, ownKey()])
  const send = async ([from, key]: [Address, string]) => (await ask(origin, from, 'POST', [key]))[0] ?? 0
  return [await Promise.all(people.map(send)), await Promise.all(people.map(send))]
}

const servedOnce = [200, 409].map((status) => many(60, () => status))

test.describe('a flood does not fill nginx’s memory of clicks', () => {
  const longKey = () => randomBytes(150).toString('hex')
  for (const method of ['GET', 'POST'] as const) {
    test(`with long keys, by ${method}`, { tag: '@slow' }, async ({ serve }) => {
      const waldur = await startOther((_request, response) => response.end('{}'))
      const origin = await serve.nginx({ waldur: new URL(waldur.origin).host })
      const flood = await ask(origin, attacker, method, many(2336, longKey))
      expect(count(flood, 200)).toBe(2336)
      const [clicked] = await Promise.all([click(origin), ask(origin, attacker, method, many(35, longKey))])
      expect(clicked).toEqual(servedOnce)
      await waldur.stop()
    })
  }

  test('with keys like the page’s own, from four hundred addresses', { tag: '@slow' }, async ({ serve }) => {
    const waldur = await startOther((_request, response) => response.end('{}'))
    const origin = await serve.nginx({ waldur: new URL(waldur.origin).host })
    // More than fit: the memory has 1 MB, and a key takes 128 bytes.
    let passed = 0
    for (let host = 1; host <= 200; host += 1) {
      for (const net of [1, 2])
        passed += count(await ask(origin, `127.0.${net}.${host}`, 'POST', many(21, ownKey)), 200)
    }
    expect(passed).toBeGreaterThan(8192)
    expect(await click(origin)).toEqual(servedOnce)
    await waldur.stop()
  })
})

test('a client that clicks faster than people do is rejected, and no other', async ({ serve }) => {
  const waldur = await startOther((_request, response) => response.end('{}'))
  const origin = await serve.nginx({ waldur: new URL(waldur.origin).host })
  const statuses = await ask(origin, attacker, 'POST', many(500, ownKey))
  expect(count(statuses, 200)).toBeLessThan(100)
  expect(count(statuses, 200) + count(statuses, 409)).toBe(500)
  expect(await click(origin)).toEqual(servedOnce)
  // Requests without a key, and reads, are not counted.
  expect(await ask(origin, attacker, 'GET', many(100, ownKey))).toEqual(many(100, ownKey).map(() => 200))
  await waldur.stop()
})
