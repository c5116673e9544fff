import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Damage } from './damage.ts'
import { goodToken, start, tokensPath } from './testClient.ts'

describe('faults', () => {
  test('respond in place of the handler, once or several times', async () => {
    const { sandbox, signedIn } = await start()
    const owner = await signedIn('owner')
    sandbox.failNext('POST', tokensPath, { status: 502, body: '<h1>Bad gateway</h1>', headers: { 'Retry-After': '7' } })
    const before = (await sandbox.tokensOf('owner')).length
    const response = await owner('POST', tokensPath, goodToken)
    expect([response.status, response.headers.get('Content-Type')]).toEqual([502, 'text/html; charset=UTF-8'])
    expect([response.text, response.headers.get('Retry-After')]).toEqual(['<h1>Bad gateway</h1>', '7'])
    expect((await sandbox.tokensOf('owner')).length).toBe(before)
    expect((await owner('POST', tokensPath, goodToken)).status).toBe(201)
    sandbox.failNext('GET', /personal-access-tokens\/$/, { status: 503, body: { detail: 'no' }, times: 2 })
    const statuses = [await owner('GET', tokensPath), await owner('GET', tokensPath), await owner('GET', tokensPath)]
    expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200])
  })

  test('cut the connection before or after the request is handled', async () => {
    const { sandbox, signedIn } = await start()
    const norole = await signedIn('norole')
    sandbox.dropNext('POST', tokensPath, 'before')
    await expect(norole('POST', tokensPath, goodToken)).rejects.toThrow('fetch failed')
    expect(await sandbox.tokensOf('norole')).toHaveLength(0)
    sandbox.dropNext('POST', tokensPath, 'afterCommit')
    await expect(norole('POST', tokensPath, goodToken)).rejects.toThrow('fetch failed')
    expect(await sandbox.tokensOf('norole')).toHaveLength(1)
    expect((await norole('GET', tokensPath)).status).toBe(200)
    expect(sandbox.requests).toEqual([
      { method: 'POST', path: tokensPath, query: '', key: null, status: 0 },
      { method: 'POST', path: tokensPath, query: '', key: null, status: 0 },
      { method: 'GET', path: tokensPath, query: '', key: null, status: 200 },
    ])
  })

  test('hold a response back', async () => {
    const { sandbox, signedIn } = await start()
    const norole = await signedIn('norole')
    const release = sandbox.holdNext('GET', tokensPath)
    const held = norole('GET', tokensPath)
    // The next request overtakes it.
    expect((await norole('GET', tokensPath)).status).toBe(200)
    expect(sandbox.requests.map(({ status }) => status)).toEqual([null, 200])
    release()
    expect((await held).status).toBe(200)
    expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 200])
  })

  test('respond with an error after the request was handled', async () => {
    const { sandbox, signedIn } = await start()
    const norole = await signedIn('norole')
    sandbox.failNext('POST', tokensPath, { status: 504, body: '<h1>Too late</h1>', afterCommit: true })
    const response = await norole('POST', tokensPath, goodToken)
    expect([response.status, response.text]).toEqual([504, '<h1>Too late</h1>'])
    expect(await sandbox.tokensOf('norole')).toHaveLength(1)
  })

  test('cut or reset the connection in the middle of the response, after the request was handled', async () => {
    const { sandbox, origin } = await start()
    const key = await sandbox.signIn('norole')
    const head = `POST ${tokensPath} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nAuthorization: Token ${key}\r\n`
    const body = JSON.stringify(goodToken)
    const raw = () =>
      new Promise<{ text: string; error: string | undefined }>((resolve) => {
        const socket = connect(Number(new URL(origin).port), '127.0.0.1')
        let text = ''
        let error: string | undefined
        socket.on('data', (data) => {
          text += data.toString()
        })
        socket.on('error', (cause: NodeJS.ErrnoException) => {
          error = cause.code
        })
        socket.on('close', () => resolve({ text, error }))
        socket.write(`${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
      })
    sandbox.dropNext('POST', tokensPath, 'midBody')
    const cut = await raw()
    expect(cut.text).toMatch(/^HTTP\/1\.1 201 /)
    const [headers = '', half = ''] = cut.text.split('\r\n\r\n')
    const promised = Number(/content-length: (\d+)/i.exec(headers)?.[1])
    expect(half.length).toBe(Math.ceil(promised / 2))
    sandbox.dropNext('POST', tokensPath, 'midBody', 7)
    expect((await raw()).text.split('\r\n\r\n')[1]).toMatch(/^\{"uuid"$/)
    // Never the whole body: nothing would be cut.
    sandbox.dropNext('POST', tokensPath, 'midBody', 100_000)
    expect((await raw()).text.split('\r\n\r\n')[1]).toMatch(/^\{.*[^}]$/)
    sandbox.dropNext('POST', tokensPath, 'reset')
    expect(await raw()).toEqual({ text: '', error: 'ECONNRESET' })
    expect(await sandbox.tokensOf('norole')).toHaveLength(4)
  })

  test('damage a good response', async () => {
    const { sandbox, signedIn } = await start()
    const owner = await signedIn('owner')
    const good = await owner('GET', tokensPath)
    const [first] = good.json as object[]
    const spoilt = async (damage: Damage) => {
      sandbox.damageNext('GET', tokensPath, damage)
      return await owner('GET', tokensPath)
    }
    expect((await spoilt({ kind: 'truncate', bytes: 50 })).text).toBe(good.text.slice(0, 50))
    expect((await spoilt({ kind: 'malformedJson' })).json).toBeUndefined()
    const firstRow = async (change: 'null' | 'missing' | 'wrongType' | 'extra', path: string) => {
      const { json } = await spoilt({ kind: 'schema', damage: change, path })
      return (json as object[])[0]
    }
    expect(await firstRow('null', '0.scopes')).toEqual({ ...first, scopes: null })
    expect(await firstRow('wrongType', '0.uuid')).toEqual({ ...first, uuid: 42 })
    expect(await firstRow('missing', '0.uuid')).toEqual({ ...first, uuid: undefined })
    expect(await firstRow('extra', '0')).toMatchObject({ ...first, a_field_of_tomorrow: { any: 'thing' } })
    expect((await spoilt({ kind: 'schema', damage: 'null', path: '' })).text).toBe('null')
    const many = (await spoilt({ kind: 'huge', rows: 300 })).json as { uuid: string }[]
    expect(new Set(many.map(({ uuid }) => uuid)).size).toBe(300)
    expect((await spoilt({ kind: 'huge', bytes: 1_000_000 })).text.length).toBe(good.text.length + 1_000_000)
    const started = performance.now()
    expect((await spoilt({ kind: 'trickle', bytesPerSecond: good.text.length * 4 })).text).toBe(good.text)
    expect(performance.now() - started).toBeGreaterThan(100)
  })

  test('wait for the request that they match', async () => {
    const { signedIn, as } = await start({ hooks: true })
    const owner = await signedIn('owner')
    const action = { kind: 'status', status: 503 }
    const match = { method: 'GET', path: '/api/*/', nth: 2, times: 2 }
    expect((await as()('POST', '/__faults', { match, action })).status).toBe(204)
    const statuses: number[] = []
    for (const path of [tokensPath, '/api/projects/', '/api/users/me/', tokensPath, tokensPath]) {
      statuses.push((await owner('GET', path)).status)
    }
    expect(statuses).toEqual([200, 503, 200, 503, 200])
  })
})

describe('the hooks over HTTP', () => {
  test('are served only if they are turned on', async () => {
    const { as, sandbox } = await start()
    expect((await as()('POST', '/__faults', { action: { kind: 'limit', maxTokens: 1 } })).status).toBe(404)
    expect((await as()('GET', '/__log')).status).toBe(404)
    expect(sandbox.settings.PAT_MAX_TOKENS_PER_USER).toBe(20)
  })

  test('change the clock, the limit and sessions', async () => {
    const { as, sandbox, signedIn } = await start({ hooks: true })
    const before = sandbox.now()
    await as()('POST', '/__faults', { action: { kind: 'clock', offsetMs: 93_600_000 } })
    expect(sandbox.now() - before).toBeGreaterThanOrEqual(93_600_000)
    await as()('POST', '/__faults', { action: { kind: 'limit', maxTokens: 3 } })
    expect(sandbox.settings.PAT_MAX_TOKENS_PER_USER).toBe(3)
    const owner = await signedIn('owner')
    const match = { method: 'GET', path: tokensPath }
    await as()('POST', '/__faults', { match, action: { kind: 'unauthorizedFrom', n: 2 } })
    const statuses: number[] = []
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await owner('GET', tokensPath)).status)
    expect(statuses).toEqual([200, 401, 401, 401])
    await as()('DELETE', '/__faults')
    expect((await owner('GET', tokensPath)).status).toBe(200)
  })

  test('list the received requests, with their keys and without bodies', async () => {
    const { as, signedIn } = await start({ hooks: true })
    const norole = await signedIn('norole')
    await norole('POST', `${tokensPath}?x=1`, goodToken, { 'Idempotency-Key': 'k1' })
    expect((await as()('GET', '/__log')).json).toEqual([
      { method: 'POST', path: tokensPath, query: '?x=1', key: 'k1', status: 201 },
    ])
    await as()('DELETE', '/__log')
    expect((await as()('GET', '/__log')).json).toEqual([])
  })

  test('reject unknown actions', async () => {
    const { as } = await start({ hooks: true })
    const match = { method: 'GET', path: tokensPath }
    for (const [body, word] of [
      [{ match, action: { kind: 'explode' } }, 'kind must be one of status'],
      [{ match, action: { kind: 'delay' } }, 'ms: a number'],
      [{ match: { path: tokensPath }, action: { kind: 'stall' } }, 'method and path'],
    ] as const) {
      const response = await as()('POST', '/__faults', body)
      expect(response.status).toBe(400)
      expect(response.text).toContain(word)
    }
  })
})
