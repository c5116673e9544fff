import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { changeNetworks, choose, tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { rotate, storeAndClose } from './revealSteps.ts'
import { statusFrom, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const activity = (page: Page) => page.getByRole('group', { name: 'Activity' })
const did = (page: Page) => page.getByRole('list', { name: 'What it did' }).getByRole('listitem')
const happened = (page: Page) => page.getByRole('list', { name: 'What happened to it' }).getByRole('listitem')
const eventsPath = '/api/events/'
const DAY = 86_400_000
const nothing = 'Waldur shows no activity for this token.'

interface Issued {
  uuid: string
  token: string
}

/** Creates a token as the page does, so that Waldur records it. */
async function create(sandbox: Sandbox, origin: string, username: string, body: object): Promise<Issued> {
  const response = await fetch(origin + tokensPath, {
    method: 'POST',
    headers: { Authorization: `Token ${await sandbox.signIn(username)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ scopes: ['PROJECT.LIST'], expires_at: new Date(sandbox.now() + 30 * DAY), ...body }),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as Issued
}

async function renameProject(origin: string, secret: string, project: string, name: string): Promise<void> {
  const response = await fetch(`${origin}/api/projects/${project}/`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  expect(response.status).toBe(200)
}

/** From the page of a token to the list, and to the page of the token of this name that is in this state. */
async function openFromList(page: Page, name: string, state: string): Promise<void> {
  await page.getByRole('link', { name: 'All tokens' }).click()
  await tokenRow(page, name).filter({ hasText: state }).getByRole('rowheader').getByRole('link').click()
}

test('the owner sees a token’s history, from its creation to an attempt after it was revoked', async ({
  origin,
  page,
  sandbox,
}) => {
  const networks = ['192.0.2.0/24', '198.51.100.7/32']
  const { token, uuid } = await create(sandbox, origin, 'owner', { name: 'watched', allowed_networks: networks })
  const use = (address: string, status: number) =>
    expect.poll(() => statusFrom(origin, `Bearer ${token}`, address)).toBe(status)
  await use('192.0.2.7', 200)
  await use('198.51.100.7', 200)
  await use('203.0.113.9', 401)
  sandbox.advance(11 * 60_000)
  await use('203.0.113.9', 401)

  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(happened(page)).toHaveText([
    /^Access denied from 203\.0\.113\.9, 2 times ?Not an allowed IP address/,
    /^Used from 198\.51\.100\.7 \(new IP address\)/,
    /^Created ?Matched by name/,
  ])
  await expect(activity(page)).toContainText('Waldur records a denial at most every 10 minutes.')
  await expect(activity(page)).toContainText('Waldur shows no changes made with this token.')

  await page.getByRole('link', { name: 'All tokens' }).click()
  const dialog = await changeNetworks(page, 'watched')
  await dialog.getByRole('radio', { name: 'Any IP address' }).check()
  await dialog.getByRole('button', { name: 'Save IP addresses' }).click()
  await expect(dialog).toBeHidden()
  const question = await choose(page, 'Revoke', 'watched')
  await question.getByRole('checkbox', { name: 'I understand that anything using watched will stop working' }).check()
  await question.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(page, 'watched')).toContainText('Revoked')
  await use('203.0.113.9', 401)

  await tokenRow(page, 'watched').getByRole('rowheader').getByRole('link').click()
  await expect(happened(page).first()).toHaveText(/^Access denied from 203\.0\.113\.9The token was revoked/)
  await expect(happened(page).nth(1)).toHaveText(/^RevokedMatched by name/)
  await expect(happened(page).nth(2)).toHaveText(
    /^Allowed IP addresses changed ?Before: 192\.0\.2\.0\/24 and 198\.51\.100\.7\/32 · After: any/,
  )
})

test('a rotation is on the pages of both tokens, with a warning about the same name', async ({
  origin,
  page,
  sandbox,
}) => {
  await create(sandbox, origin, 'owner', { name: 'turned' })
  const twice = 'Matched by name. You had another token called turned, so this may be about that one.'
  await signIn(page, 'owner')
  await rotate(page, 'turned')
  await storeAndClose(page)
  await tokenRow(page, 'turned').filter({ hasText: 'Active' }).getByRole('rowheader').getByRole('link').click()
  await expect(happened(page)).toHaveCount(1)
  await expect(happened(page)).toContainText('Rotated. A new secret replaced the old one.')
  await expect(happened(page)).toContainText(twice)

  await openFromList(page, 'turned', 'Revoked')
  await expect(happened(page)).toHaveText([/^Rotated\./, /^Created/])
  await expect(happened(page).first()).toContainText(twice)
  await expect(happened(page).last()).not.toContainText(twice)
})

test('what a staff token did is shown beside what happened to it', async ({ origin, page, sandbox }) => {
  const project = await sandbox.entity('project', 'Genomics')
  const { token, uuid } = await create(sandbox, origin, 'staff', { name: 'renamer', scopes: ['PROJECT.UPDATE'] })
  await renameProject(origin, token, project.uuid, 'Genomics 2')
  await signIn(page, 'staff', `/tokens/${uuid}`)
  await expect(did(page)).toHaveText([
    /^Project Genomics 2 has been updated\. Name has been changed from 'Genomics' to 'Genomics 2'\./,
  ])
  await expect(happened(page)).toHaveText([/^Created/])
})

test('what an owner’s token did is shown, limited to a place or not', async ({ origin, page, sandbox }) => {
  const project = await sandbox.entity('project', 'Genomics')
  const { uuid } = await sandbox.entity('customer', 'Tartu Ülikool')
  const tokens = [
    { name: 'everywhere', allowed_scopes: [] },
    { name: 'in one place', allowed_scopes: [{ type: 'customer', uuid }] },
  ]
  for (const body of tokens) {
    const { token } = await create(sandbox, origin, 'owner', { ...body, scopes: ['PROJECT.UPDATE'] })
    await renameProject(origin, token, project.uuid, `Genomics ${body.name}`)
  }
  await signIn(page, 'owner')
  for (const { name } of tokens) {
    await tokenRow(page, name).getByRole('rowheader').getByRole('link').click()
    await expect(did(page)).toHaveText([new RegExp(`^Project Genomics ${name} has been updated\\.`)])
    await page.getByRole('link', { name: 'All tokens' }).click()
  }
})

test.describe('on a Waldur server that can’t filter by token', () => {
  test.use({ sandboxOptions: { generation: '8.0.9' } })

  test('the page says that it can’t show any activity', async ({ origin, page, sandbox }) => {
    const { uuid } = await create(sandbox, origin, 'owner', { name: 'old' })
    await signIn(page, 'owner', `/tokens/${uuid}`)
    await expect(activity(page)).toContainText('This Waldur server can’t tell tokens apart')
    await expect(activity(page)).toContainText('It doesn’t filter activity by token, so nothing is shown.')
    await expect(activity(page).getByRole('listitem')).toHaveCount(0)
    await expect(activity(page).getByRole('button')).toHaveCount(0)
  })
})

test('events that this page doesn’t know are shown in Waldur’s words', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'odd' })
  const event = (id: string, change: object) => ({
    uuid: id.repeat(32),
    created: '2026-03-01T10:00:00Z',
    message: '',
    context: { pat_uuid: uuid },
    ...change,
  })
  sandbox.failNext('GET', eventsPath, {
    status: 200,
    body: [
      event('a', { event_type: 'pat_moved', message: 'The token was moved to another user.' }),
      event('b', { event_type: 'pat_used_from_new_ip', context: { pat_uuid: uuid, source_ip: 7 } }),
      event('c', {
        event_type: 'pat_authentication_rejected',
        context: { pat_uuid: uuid, reason: 'full_moon', ip_address: '192.0.2.1' },
      }),
      event('d', { event_type: 'broom_flown', message: 'A broom‮ has flown.\nDetails: far' }),
      event('e', { event_type: 'pat_created', context: { pat_name: 'odder' } }),
    ],
  })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(happened(page)).toHaveText([
    /^The token was moved to another user\./,
    /^Used from an unknown IP address \(new IP address\)/,
    /^Access denied from 192\.0\.2\.1 ?Reason: full_moon/,
  ])
  await expect(did(page)).toHaveText([/^A broom⟨U\+202E⟩ has flown\.\s*Details: far/])
})

test('older activity is loaded page by page, and an expired token’s ends with its expiry', async ({
  origin,
  page,
  sandbox,
}) => {
  const { token, uuid } = await create(sandbox, origin, 'owner', { name: 'busy' })
  for (let last = 1; last <= 25; last += 1) await statusFrom(origin, `Bearer ${token}`, `192.0.2.${last}`)
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(happened(page)).toHaveCount(5)
  const older = activity(page).getByRole('button', { name: 'Show older activity' })
  await older.click()
  await expect(happened(page)).toHaveCount(20)
  const release = sandbox.holdNext('GET', '/api/events/')
  await older.press('Enter')
  await expect(older).toBeDisabled()
  await expect(older).toBeFocused()
  release()
  await expect(happened(page)).toHaveCount(25)
  await expect(happened(page).last()).toContainText('Created')
  await expect(activity(page).getByRole('button', { name: 'Show fewer' })).toBeFocused()
  await activity(page).getByRole('button', { name: 'Show fewer' }).click()
  await expect(happened(page)).toHaveCount(5)
  await activity(page).getByRole('button', { name: 'Show all 25' }).click()
  await expect(happened(page)).toHaveCount(25)

  await page.getByRole('link', { name: 'All tokens' }).click()
  await tokenRow(page, 'conference-demo').getByRole('rowheader').getByRole('link').click()
  await expect(happened(page)).toHaveText([/^Expired/, /^Created/])
  await expect(activity(page)).toContainText('Waldur records nothing when an expired token is used.')
  await expect(page.getByRole('group', { name: 'Life' })).not.toContainText('no requests denied')
})

test('a user who may not see events gets no such section', async ({ page, provoke, sandbox }) => {
  provoke(403)
  const { uuid } = await sandbox.createToken('norole', { name: 'quiet' })
  sandbox.failNext('GET', eventsPath, { status: 403, body: { detail: 'No.' }, times: 2 })
  await signIn(page, 'norole', `/tokens/${uuid}`)
  await expect(page.getByRole('group', { name: 'Facts' })).toBeVisible()
  await expect(activity(page)).toHaveCount(0)
})

test('activity that can’t be loaded leads to an error with a retry', async ({ page, provoke, sandbox }) => {
  provoke(404, 500)
  const { uuid } = await sandbox.createToken('owner', { name: 'shy' })
  sandbox.failNext('GET', eventsPath, { status: 500 })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  const alert = alerts(activity(page))
  await expect(alert).toContainText('Activity couldn’t be loaded.')
  sandbox.failNext('GET', eventsPath, { status: 404 })
  const rejected = page.waitForResponse((response) => response.status() === 404)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await rejected
  await expect(alert).toContainText('Activity couldn’t be loaded.')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(activity(page)).toContainText(nothing)
})
