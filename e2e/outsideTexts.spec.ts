import type { Page } from 'playwright/test'
import { dialogs } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, menuItem, openPageActions, tokenRow } from './listSteps.ts'
import { tokenPath, tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

/** Reverses the reading order of everything after it, including the page's own words. */
const REVERSE = '\u202e'
const reversed = (text: string) => `${text}${REVERSE}${text}`

/** A token in which every text from the server contains that character. */
const tokenOf = (uuid: string, at: string) => ({
  uuid,
  name: reversed('ci'),
  scopes: [reversed('PROJECT.LIST'), reversed('odd'), 'PROJECT.UPDATE'],
  allowed_scopes: [
    { type: reversed('planet'), uuid: 'a'.repeat(32), name: reversed('Mars') },
    { type: reversed('moon'), uuid: null, name: null },
  ],
  allowed_networks: [reversed('192.0.2.0/24')],
  expires_at: '2099-03-01T12:00:00Z',
  is_active: true,
  last_used_at: at,
  last_used_ip: reversed('192.0.2.7'),
  use_count: 3,
  created: at,
})

const eventsOf = (pat_uuid: string, created: string) => {
  const context = { pat_uuid, source_ip: reversed('203.0.113.9'), reason: reversed('tired') }
  const lists = { old_allowed_networks: [reversed('10.0.0.0/8')], new_allowed_networks: [reversed('10.1.0.0/16')] }
  return [
    { event_type: 'pat_authentication_rejected', message: reversed('No'), context },
    { event_type: 'pat_used_from_new_ip', message: reversed('Used'), context },
    { event_type: 'pat_network_acl_updated', message: reversed('Changed'), context: { ...context, ...lists } },
    {
      event_type: reversed('project_update'),
      message: reversed('Renamed'),
      context: { ...context, auth_method: 'pat' },
    },
    { event_type: reversed('silent'), message: '', context },
  ].map((event, index) => ({ ...event, created, uuid: String(index).repeat(32) }))
}

/** No text or attribute of the page changes the reading order, except the value of an editable field. */
async function expectMarked(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await expect(page.getByText(`${text}⟨U+202E⟩${text}`).filter({ visible: true }).first()).toBeVisible()
  }
  const content = (await page.content()).replace(/ value="[^"]*"/g, '')
  expect(
    content
      .split(REVERSE)
      .map((part) => part.slice(-80))
      .slice(0, -1),
  ).toEqual([])
}

test('no text from the server reverses the page’s words', async ({ page, provoke, sandbox }) => {
  provoke(400)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  const at = new Date(sandbox.now() - 3_600_000).toISOString()
  const token = tokenOf(uuid, at)
  const headers = { 'X-Result-Count': '1' }
  sandbox.failNext('GET', tokensPath, { status: 200, body: [token], headers, times: 99 })
  sandbox.failNext('GET', tokenPath(uuid), { status: 200, body: token, times: 99 })
  sandbox.failNext('GET', '/api/events/', { status: 200, body: eventsOf(uuid, at), times: 99 })
  await signInByForm(page, 'owner')
  await expectMarked(page, 'ci', '192.0.2.7', 'Mars')
  await page.setViewportSize({ width: 360, height: 800 })
  await expectMarked(page, 'ci', 'Mars')
  await page.setViewportSize({ width: 1280, height: 800 })

  const name = 'ci⟨U+202E⟩ci'
  const dialog = await choose(page, 'Revoke', name)
  await dialog.getByRole('checkbox').check()
  sandbox.failNext('DELETE', tokenPath(uuid), {
    status: 400,
    body: { detail: reversed('Not today.') },
    headers: { 'X-Request-ID': 'r\u00ad1' },
  })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expectMarked(page, 'Not today.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await tokenRow(page, name).getByRole('link').click()
  await expectMarked(page, '192.0.2.0/24', 'planet', 'moon', 'PROJECT.LIST', 'odd')
  await expectMarked(page, '203.0.113.9', 'tired', '10.0.0.0/8', '10.1.0.0/16', 'Renamed', 'silent')
  for (const action of ['Rotate', 'Edit IP addresses', 'Duplicate', 'Replace'] as const) {
    await menuItem(await openPageActions(page), action).click()
    await expectMarked(page, 'ci')
    await dialogs(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(dialogs(page)).toHaveCount(0)
  }
})

test('the search text of a link doesn’t reverse the page’s words', async ({ page }) => {
  await signIn(page, 'owner', `/tokens?${new URLSearchParams({ q: reversed('nothing') })}`)
  await expectMarked(page, 'nothing')
})
