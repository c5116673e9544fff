import { expect } from './fixtures.ts'
import { KEY, respondLeniently } from './lenientServer.ts'
import { startOther } from './otherOrigin.ts'
import { sendRaw } from './rawRequest.ts'
import { rotate } from './revealSteps.ts'
import { statusOf } from './sandboxSteps.ts'
import { test } from './serve.ts'
import { signInByForm } from './sessionSteps.ts'

const byToken = ['Authorization: Bearer w_1798544204_SECRET']

/** Without the rule, each of these gets the key from Waldur. */
const evasions: readonly (readonly [line: string, headers?: readonly string[]])[] = [
  ['GET /api/users/me/'],
  ['GET /api/users/me/?'],
  ['GET /api/users/me/?field=token'],
  ['GET /api/users/me/?field=uuid&field=token'],
  ['GET /api/users/me/?field=token&field=uuid'],
  ['GET /api/users/me/?field=token&field=token'],
  ['GET /api/users/me/?&&field=token&'],
  // No such field, so all fields.
  ['GET /api/users/me/?field='],
  ['GET /api/users/me/?field'],
  ['GET /api/users/me/?field=&field='],
  ['GET /api/users/me/?field=tokens'],
  ['GET /api/users/me/?FIELD=uuid&Field=token'],
  ['GET /api/users/me/?fields=uuid'],
  ['GET /api/users/me/?field[]=uuid'],
  // Written differently.
  ['GET /api/users/me/?field=%74oken'],
  ['GET /api/users/me/?field=to%6Ben&field=uuid'],
  ['GET /api/users/me/?%66ield=token'],
  ['GET /api/users/me/?field%3D=uuid&fiel%64=token'],
  ['GET /api/users/me/?field=token%00'],
  ['GET /api/users/me/?field=+token'],
  ['GET /api/users/me/?+field=token'],
  ['GET /api/users/me/?field=token%20'],
  // Other separators between and after the fields.
  ['GET /api/users/me/?field=uuid;field=token'],
  ['GET /api/users/me/?page=1;field=token'],
  ['GET /api/users/me/?field=token#'],
  ['GET /api/users/me/?page=1#&field=token'],
  ['GET /api/users/me/?page=1#'],
  ['GET /api/users/me/??field=token'],
  // Placeholders in braces that a web server may replace.
  ['GET /api/users/me/?{x&field=token&y}'],
  ['GET /api/users/me/?page={query}&field=token'],
  ['GET /api/users/me/?field={http.request.uri.path}'],
  // Other ways to write the path.
  ['GET /api/users/me'],
  ['GET /api/users/me/?format=json'],
  ['GET /api/users/me.json'],
  ['GET /api/users/me.json/?field=token'],
  ['GET /api/users/me/%0A'],
  ['GET /api/users/m%65/'],
  ['GET /api/%75sers/me/'],
  ['GET /api/users%2Fme%2F?field=token'],
  ['GET /api//users//me/'],
  ['GET //api/users/me/'],
  ['GET /api/users/me/#?field=token'],
  ['GET /api/users/me/;x/'],
  // The record, lists, and views for staff.
  [`GET /api/users/${'4'.repeat(32)}/`],
  [`GET /api/users/${'4'.repeat(32)}/?field=token`],
  ['GET /api/users/'],
  ['GET /api/users'],
  ['GET /api/users.json'],
  ['GET /api/users/?username=owner'],
  ['GET /api/users/?username=owner&field=token'],
  [`GET /api/users/${'4'.repeat(32)}/token/`],
  [`PATCH /api/users/${'4'.repeat(32)}/`],
  [`PUT /api/users/${'4'.repeat(32)}/`],
  ['PATCH /api/users/me/?field=token'],
  // Other ways to write the credential.
  ['GET /api/users/me/', ['authorization: bEARER w_1798544204_SECRET']],
  ['GET /api/users/me/', ['Authorization:    Bearer    w_1798544204_SECRET']],
  ['GET /api/users/me/', ['Authorization: Bearer\tw_1798544204_SECRET']],
  ['GET /api/users/me/', ['Authorization: Token ownerkey', ...byToken]],
  ['GET /api/users/me/', [...byToken, 'Authorization: Token ownerkey']],
]

const record = `/api/users/${'4'.repeat(32)}/`
const bySignIn = ['Authorization: Token ownerkey']
const byProvider = ['Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.w_.w_']

/** The rule doesn't apply to any of these. */
const others: readonly (readonly [line: string, headers: readonly string[]])[] = [
  ['GET /api/users/me/', bySignIn],
  ['GET /api/users/m%65/?field=to%6Ben;x', bySignIn],
  [`PATCH ${record}?field=token`, bySignIn],
  [`GET ${record}token/`, bySignIn],
  ['POST /api-auth/logout/', bySignIn],
  ['GET /api/users/me/?field=token', byProvider],
  ['POST /api-auth/logout/', byProvider],
  ['POST /api-auth/password/', []],
  ['GET /api/users/?field=token', []],
  ['POST /api-auth/password/', byToken],
  ['GET /api/projects/?field=token&query=a%20b%3B;c', byToken],
  [`POST ${record}change_email/`, byToken],
  [`GET ${record}data_access_history/?field=token&page=2`, byToken],
  ['POST /api/users/', byToken],
  [`DELETE ${record}`, byToken],
  ['OPTIONS /api/users/me/', byToken],
]

const signOuts = [
  'POST /api-auth/logout/',
  'GET /api-auth/logout/',
  'POST /api-auth//logout',
  'POST /api-auth/l%6Fgout/',
]

for (const server of ['nginx', 'caddy'] as const) {
  test.describe(`${server}, before Waldur`, () => {
    test('keeps the sign-in key from a token, however the request is written', async ({ serve }) => {
      const waldur = await startOther(respondLeniently)
      const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
      for (const [line, headers = byToken] of evasions) {
        expect((await sendRaw(waldur.origin, line, headers)).body, `without the rule: ${line}`).toContain(KEY)
        const { status, body } = await sendRaw(origin, line, headers)
        expect([200, 400, 403], line).toContain(status)
        expect(body, line).not.toContain(KEY)
        if (status === 403)
          expect(JSON.parse(body)).toEqual({ detail: 'This server does not let a personal access token do this.' })
      }
      await waldur.stop()
    })

    test('passes everything else on unchanged', async ({ serve }) => {
      const waldur = await startOther(respondLeniently)
      const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
      for (const [line, headers] of others) expect((await sendRaw(origin, line, headers)).status, line).toBe(200)
      expect(waldur.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(others.map(([line]) => line))
      await waldur.stop()
    })

    test('lets a token request fields by name, and search', async ({ serve }) => {
      const waldur = await startOther(respondLeniently)
      const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
      const search = 'full_name=K%C3%A4di+T&field=username&field=token&field=token_lifetime&page=2'
      const { status, body } = await sendRaw(origin, `GET /api/users/?${search}`, byToken)
      expect([status, JSON.parse(body)]).toEqual([200, { uuid: '4'.repeat(32), username: 'owner' }])
      const query = new URL(waldur.requests[0]?.url ?? '', origin).searchParams
      expect(new Set(query.getAll('field'))).toEqual(new Set(['uuid', 'username', 'token_lifetime']))
      expect([query.get('full_name'), query.get('page')]).toEqual(['Kädi T', '2'])
      await waldur.stop()
    })

    test('rejects changes of a record, and a method in lower case', async ({ serve }) => {
      const waldur = await startOther(respondLeniently)
      const origin = await serve[server]({ waldur: new URL(waldur.origin).host })
      for (const line of [`PATCH ${record}?field=uuid`, `PUT ${record}`, 'PATCH /api/users/me/'])
        expect((await sendRaw(origin, line, byToken)).status, line).toBe(403)
      // For nginx, this is not a valid request.
      expect((await sendRaw(origin, 'get /api/users/me/', byToken)).status).toBe(server === 'nginx' ? 400 : 403)
      expect(waldur.requests).toEqual([])
      await waldur.stop()
    })

    test('does not let a token sign its owner out', async ({ sandbox, serve }) => {
      const origin = await serve[server]()
      const [key, { token }] = [await sandbox.signIn('owner'), await sandbox.createToken('owner')]
      for (const line of signOuts)
        expect((await sendRaw(origin, line, [`Authorization: Bearer ${token}`])).status, line).toBe(403)
      expect(await statusOf(origin, `Token ${key}`)).toBe(200)
      expect((await sendRaw(origin, 'POST /api-auth/logout/', [`Authorization: Token ${key}`])).status).toBe(204)
      expect(await statusOf(origin, `Token ${key}`)).toBe(401)
    })

    test('makes the page’s test report the key as hidden', async ({ page, sandbox, serve }) => {
      await sandbox.createToken('norole', { name: 'ci' })
      await signInByForm(page, 'norole', `${await serve[server]()}/tokens`)
      const dialog = await rotate(page, 'ci')
      await dialog.getByRole('button', { name: 'Test token' }).click()
      await expect(dialog.getByRole('status', { name: 'Test result' })).toContainText(
        'Your sign-in key stays hidden from this token.',
      )
    })

    test('shows a token all fields of its owner except the key', async ({
      origin: direct,
      request,
      sandbox,
      serve,
    }) => {
      const origin = await serve[server]()
      const { token } = await sandbox.createToken('staff')
      // Only a user who is signed in has a key.
      const key = await sandbox.signIn('staff')
      const get = async (from: string, path: string) => {
        const response = await request.get(from + path, { headers: { Authorization: `Bearer ${token}` } })
        return { status: response.status(), text: (await response.text()).replaceAll(from, direct) }
      }
      const { text: me } = await get(origin, '/api/users/me/')
      for (const path of ['me/', `${JSON.parse(me).uuid}/`, '?query=staff', '', '?page_size=4&page=2']) {
        const [whole, response] = [await get(direct, `/api/users/${path}`), await get(origin, `/api/users/${path}`)]
        expect([response.status, response.text.includes(key)], path).toEqual([200, false])
        const withoutKey = JSON.parse(whole.text, (name, value) => (name === 'token' ? undefined : value))
        expect(JSON.parse(response.text), path).toEqual(withoutKey)
      }
    })
  })
}
