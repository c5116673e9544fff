import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { statusOf } from './sandboxSteps.ts'
import { test } from './serve.ts'
import { expectSignedIn, signInByForm } from './sessionSteps.ts'

const claimed = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.1.2.3', 'X-Forwarded-Proto': 'gopher' }

test('behind a proxy, the container passes on the client’s address and protocol', async ({ request, serve }) => {
  const waldur = await startOther((_request, response) => response.end('{}'))
  const site = { waldur: new URL(waldur.origin).host }
  const forwarded = async (env: { REAL_IP_FROM?: string; FORWARDED_PROTO?: string }) => {
    const origin = await serve.container({ ...site, env })
    await request.get(`${origin}/api/users/me/`, { headers: claimed })
    const headers = waldur.requests.at(-1)?.headers
    return [headers?.['x-forwarded-for'], headers?.['x-forwarded-proto']]
  }
  // The client may have written the first address itself, so it is not trusted.
  expect(await forwarded({ REAL_IP_FROM: '127.0.0.1, 10.0.0.0/8', FORWARDED_PROTO: 'https' })).toEqual([
    '203.0.113.9',
    'https',
  ])
  expect(await forwarded({ REAL_IP_FROM: '127.0.0.1 2001:db8::/32' })).toEqual(['10.1.2.3', 'http'])
  // Nothing is trusted if the request doesn't come from the proxy's address.
  expect(await forwarded({ REAL_IP_FROM: '192.0.2.0/24' })).toEqual(['127.0.0.1', 'http'])
  expect(await forwarded({ REAL_IP_FROM: '', FORWARDED_PROTO: '' })).toEqual(['127.0.0.1', 'http'])
  await waldur.stop()
})

test('a token limited to networks works from them, through proxy and container', async ({ sandbox, serve }) => {
  const { token } = await sandbox.createToken('owner', { allowed_networks: ['203.0.113.0/24'] })
  const origin = await serve.container({ env: { REAL_IP_FROM: '127.0.0.1' } })
  const status = async (address: string) => {
    const headers = { Authorization: `Bearer ${token}`, 'X-Forwarded-For': address }
    return (await fetch(`${origin}/api/users/me/`, { headers })).status
  }
  expect(await status('203.0.113.9')).toBe(200)
  expect(await status('198.51.100.1')).toBe(401)
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(401)
})

test('the container does not start with invalid settings', async ({ serve }) => {
  const start = (env: { REAL_IP_FROM?: string; FORWARDED_PROTO?: string }) => serve.container({ env })
  for (const FORWARDED_PROTO of ['ftp', 'HTTPS', 'https;', '$http_x'])
    await expect(start({ FORWARDED_PROTO })).rejects.toThrow('Set FORWARDED_PROTO to http or https.')
  for (const REAL_IP_FROM of ['proxy.example.org', '10.0.0.0/8; root /', '10.0.0.1\n}'])
    await expect(start({ REAL_IP_FROM })).rejects.toThrow('Set REAL_IP_FROM to IP addresses and ranges')
})

test('the page uses the settings file and the languages that are mounted', async ({ page, serve }, testInfo) => {
  const files = testInfo.outputPath('files')
  await cp(pagesFolder, files, { recursive: true })
  await writeFile(join(files, 'config.json'), '{"siteName": "Puhuri", "languages": {"fr": "Français"}}')
  await mkdir(join(files, 'languages'))
  await writeFile(join(files, 'languages/fr.json'), '{"Personal access tokens": "Jetons"}')
  const origin = await serve.container({ files })
  await signInByForm(page, 'owner', `${origin}/tokens`)
  await expectSignedIn(page)
  await expect(page.getByText('Puhuri')).toBeVisible()
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitemradio', { name: 'Français' }).click()
  await expect(page.getByRole('heading', { name: 'Jetons', level: 1 })).toBeVisible()
  const words = await page.request.get(`${origin}/languages/fr.json`)
  expect(words.headers()['cache-control']).toBe('no-store')
})
