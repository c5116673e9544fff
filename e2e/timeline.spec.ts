import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, signIn, statusFrom, statusOf, tokenRow } from './steps.ts'

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' })
const entries = (page: Page) => timeline(page).getByRole('listitem')
const eventsPath = '/api/events/'

test('uses from other addresses and refusals stand in it, the newest first', async ({ origin, page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'watched', allowed_networks: ['192.0.2.0/24'] })
  expect(await statusFrom(origin, `Bearer ${token}`, '192.0.2.7')).toBe(200)
  sandbox.advance(60_000)
  expect(await statusFrom(origin, `Bearer ${token}`, '203.0.113.9')).toBe(401)
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(entries(page)).toHaveText([
    /^Refused from 203\.0\.113\.9: not one of its networks/,
    /^Used from a new address: 192\.0\.2\.7/,
  ])
})

test('what is done to the token is added to it', async ({ origin, page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'ending' })
  await signIn(page, 'owner')
  await choose(page, 'Revoke', 'ending').then((dialog) => dialog.getByRole('button', { name: 'Revoke token' }).click())
  await expect(tokenRow(page, 'ending')).toContainText('Revoked')
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(401)
  await tokenRow(page, 'ending').getByRole('rowheader').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  await expect(entries(page)).toHaveText([/^Refused from .*: inactive token/, /^Revoked/])
})

test('what this page does not know is told in Waldur’s words', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'odd' })
  const event = (id: string, change: object) => ({
    uuid: id.repeat(32),
    created: '2026-03-01T10:00:00Z',
    message: '',
    ...change,
  })
  sandbox.failNext('GET', eventsPath, {
    status: 200,
    body: [
      event('a', { event_type: 'pat_moved', message: 'The token was moved to another user.', context: null }),
      event('b', { event_type: 'pat_used_from_new_ip', context: { ip_address: 7 } }),
    ],
  })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(entries(page)).toHaveText([
    /^The token was moved to another user\./,
    /^Used from a new address: an address that Waldur does not name/,
  ])
})

test('it comes page by page', async ({ origin, page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'busy' })
  for (let last = 1; last <= 25; last += 1) await statusFrom(origin, `Bearer ${token}`, `192.0.2.${last}`)
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(entries(page)).toHaveCount(20)
  await timeline(page).getByRole('button', { name: 'Show older' }).click()
  await expect(entries(page)).toHaveCount(25)
  await expect(timeline(page).getByRole('button', { name: 'Show older' })).toHaveCount(0)
})

for (const status of [403, 404]) {
  test(`where Waldur answers ${status} there is none`, async ({ page, provoke, sandbox }) => {
    provoke(status)
    const { uuid } = await sandbox.createToken('owner', { name: 'quiet' })
    sandbox.failNext('GET', eventsPath, { status })
    await signIn(page, 'owner', `/tokens/${uuid}`)
    await expect(page.getByRole('region', { name: 'Permissions (1)' })).toBeVisible()
    await expect(timeline(page)).toHaveCount(0)
  })
}

test('where it fails it says so, and can be asked again', async ({ page, provoke, sandbox }) => {
  provoke(500)
  const { uuid } = await sandbox.createToken('owner', { name: 'shy' })
  sandbox.failNext('GET', eventsPath, { status: 500 })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(timeline(page).getByRole('alert')).toContainText('The events of this token could not be loaded.')
  await timeline(page).getByRole('button', { name: 'Try again' }).click()
  await expect(timeline(page)).toContainText('Waldur has kept nothing of this token.')
})
