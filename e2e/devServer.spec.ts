import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillCreate } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { startOther } from './otherOrigin.ts'
import { sendRaw } from './rawRequest.ts'
import { test } from './serve.ts'
import { staySignedIn } from './sessionSteps.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

for (const mode of ['dev', 'preview'] as const) {
  test(`${mode} passes no cookies to or from a real Waldur, and no requests from other sites`, async ({ serve }) => {
    const waldur = await startOther((_request, response) =>
      response.writeHead(200, { 'Set-Cookie': 'sessionid=1' }).end('{}'),
    )
    const origin = await serve[mode]({ waldur: new URL(waldur.origin).host })
    const get = async (...headers: string[]) => (await sendRaw(origin, 'GET /api/users/me/', headers)).status
    for (const site of ['cross-site', 'same-site', 'unheard-of']) expect(await get(`Sec-Fetch-Site: ${site}`)).toBe(403)
    expect(await get('Host: evil.example', 'Sec-Fetch-Site: same-origin')).toBe(403)
    expect(waldur.requests).toEqual([])
    for (const site of ['same-origin', 'none']) expect(await get(`Sec-Fetch-Site: ${site}`)).toBe(200)
    expect(await get()).toBe(200)

    for (const path of ['/api/users/me/', '/api-auth/password/']) {
      const { status, head } = await sendRaw(origin, `GET ${path}`, ['Cookie: other=1', 'Cookie: more=2'])
      expect(status).toBe(200)
      expect(head).not.toMatch(/^set-cookie:/im)
    }
    expect(waldur.requests.filter(({ headers }) => headers.cookie !== undefined)).toEqual([])
    await waldur.stop()
  })
}

test('React’s development build reports no problem in the list, a token’s page and the form of a new token', async ({
  page,
  sandbox,
  serve,
}) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  await page.goto(await serve.dev())
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await fillCreate(form, 'ci', 'PROJECT.LIST')
  await expect(form.getByRole('table', { name: 'What works today' })).toBeVisible()
  await form.getByRole('button', { name: 'Cancel' }).click()
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(form).toBeHidden()
  await tokenRow(page, 'terraform').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
})

test('the sandbox’s database is not served', async ({ serve }) => {
  const name = `served-${process.pid}.db`
  const file = join(root, '.sandbox', name)
  await mkdir(join(root, '.sandbox'), { recursive: true })
  await writeFile(file, 'what the database holds')
  const origin = await serve.dev()
  const folders = ['/.sandbox', '/%2esandbox', '/./.sandbox', '/.SANDBOX', '/src/../.sandbox', `/@fs${root}.sandbox`]
  for (const query of ['', '?raw', '?url', '?import&raw', '?inline&url']) {
    for (const folder of folders) {
      const { body } = await sendRaw(origin, `GET ${folder}/${name}${query}`, [])
      expect(body, `${folder} ${query}`).not.toMatch(/what the database holds|d2hhdCB0aGUg/)
    }
  }
  await rm(file)
})
