import { expect, test } from './fixtures.ts'
import { choose, tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, comeBackOnline, goOffline, runClockUntil } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { askToSignOut, expectSignedOut, signIn, signInByForm } from './sessionSteps.ts'

const failed = 'Your tokens couldn’t be loaded'

row('row 1: an error of Waldur is shown, with a way to retry and to sign out', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', tokensPath, { status: 500, body: '<h1>Server Error (500)</h1>', times: 2 })
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  await expect(notice).toContainText(
    `${failed} Waldur had a problem and couldn’t respond (500). Try again in a moment.`,
  )
  await expect(notice).not.toContainText('Server Error')
  expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect.poll(() => sent(sandbox, 'GET', tokensPath)).toBe(2)
  await expect(notice).toContainText(failed)
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  await expectSignedOut(page)
})

row(
  'row 2: a gateway’s HTML is never shown, and the request is retried at most twice',
  async ({ page, provoke, sandbox }) => {
    provoke(502)
    sandbox.failNext('GET', tokensPath, { status: 502, body: '<h1>Bad gateway</h1>', times: 9 })
    await page.clock.install()
    await signInByForm(page, 'owner')
    const notice = alerts(page)
    await runClockUntil(page, notice, `${failed} The server in front of Waldur got no response from it (502).`)
    await expect(notice).not.toContainText(/Bad gateway|Unexpected token/)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(3)
  },
)

row('row 12: a 404 names both possible reasons', async ({ page, provoke, sandbox }) => {
  provoke(404)
  sandbox.failNext('GET', tokensPath, { status: 404, body: '<h1>Not Found</h1>' })
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  await expect(notice).toContainText(`${failed} The response was “not found” (404).`)
  await expect(notice).toContainText('It may not be from Waldur, or this Waldur server may be too old.')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(notice).toBeHidden()
})

row('row 65: a redirect to a login page is told apart from a failure of Waldur', async ({ origin, page, sandbox }) => {
  sandbox.failNext('GET', tokensPath, { status: 302, headers: { Location: '/portal/' } })
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  await expect(notice).toContainText(`${failed} A web page came back instead of Waldur’s response.`)
  await expect(notice).toContainText(`Open ${origin}/api/ in another tab to see it.`)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  expect(sent(sandbox, 'GET', '/portal/'), 'it isn’t followed').toBe(0)
})

row(
  'row 6: offline, the page says so, and the list loads once the network is back',
  async ({ context, page, provoke }) => {
    provoke('broken connection')
    await signIn(page, 'owner', '/nowhere')
    await goOffline(page)
    await page.getByRole('link', { name: 'Go to your tokens' }).click()
    await expect(alerts(page)).toContainText(`${failed} You’re offline.`)
    await context.setOffline(false)
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  },
)

test('if a refresh fails, the rows stay, with their age', async ({ page, provoke, sandbox }) => {
  provoke(500)
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const dialog = await choose(page, 'Revoke', 'terraform')
  sandbox.failNext('GET', tokensPath, { status: 500 })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'This list couldn’t be refreshed. It’s shown as of' })
  await expect(notice).toContainText('Waldur had a problem')
  await expect(tokenTable(page).getByRole('row')).toHaveCount(12)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
  await expect(notice).toBeHidden()
})

const sound = {
  uuid: 'a'.repeat(32),
  name: 'sound',
  token_prefix: 'w_180390',
  scopes: ['PROJECT.LIST', 'SOMETHING.NEW'],
  allowed_scopes: [{ type: 'planet', uuid: 'b'.repeat(32), name: 'Mars' }],
  expires_at: '2099-03-01T12:00:00Z',
  is_active: true,
  last_used_at: null,
  last_used_ip: null,
  use_count: 0,
  created: '2026-09-01T08:15:30.123456+00:00',
  a_new_field: { any: 'thing' },
}

row(
  'row 10: unreadable rows are counted, the others are kept, and unknown values are shown as they are',
  async ({ page, provoke, sandbox }) => {
    // Without a count, only Waldur's 404 marks the end of the list.
    provoke(404)
    const broken = [
      { ...sound, uuid: 'c'.repeat(32), expires_at: 'soon' },
      { ...sound, uuid: 'd'.repeat(32), scopes: null },
      { ...sound, uuid: undefined },
      null,
    ]
    sandbox.failNext('GET', tokensPath, { status: 200, body: [sound, ...broken] })
    await signInByForm(page, 'owner')
    const notice = page.getByRole('note')
    await expect(notice).toContainText('4 tokens can’t be shown')
    await expect(notice).toContainText('c'.repeat(32))
    await expect(notice).toContainText('d'.repeat(32))
    await expect(notice).toContainText('and 2 more')
    await expect(tokenTable(page).getByRole('row')).toHaveCount(2)
    await expect(tokenRow(page, 'sound')).toContainText('Somethings: new')
    await expect(tokenRow(page, 'sound')).toContainText('Mars')
    await expect(tokenTable(page)).toContainText('Never used')
    await expect(tokenTable(page)).not.toContainText(/Invalid|undefined|null|NaN/)
    await expect(page.getByText('At least 1 active', { exact: true })).toBeVisible()
    await expect(page.getByText('1 token', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('group', { name: 'Filter tokens' })).toHaveText(/^All 1\+.*Expired …/)
    // If no row is readable, the list is not shown as empty.
    sandbox.failNext('GET', tokensPath, { status: 200, body: [{ uuid: 'odd' }] })
    await notice.getByRole('button').first().focus()
    await comeBackOnline(page)
    await expect(page.getByRole('heading', { level: 1 }), 'what had the focus is gone').toBeFocused()
    await expect(notice).toContainText('1 token can’t be shown')
    await expect(tokenRow(page, 'sound')).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0)
  },
)

row('row 10: an unreadable token can still be revoked', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'odd' })
  const odd = { kind: 'schema', damage: 'missing' } as const
  sandbox.damageNext('GET', tokensPath, { ...odd, path: '0.scopes' })
  await signInByForm(page, 'owner')
  const notice = page.getByRole('note')
  await expect(notice).toHaveText(/^1 token can’t be shown because .+ for it\.odd[0-9a-f]{32}Revoke$/)
  await notice.getByRole('button', { name: 'Revoke odd' }).click()
  const question = page.getByRole('dialog', { name: 'Revoke odd' })
  await question.getByRole('button', { name: 'Cancel' }).click()
  sandbox.damageNext('GET', `${tokensPath}${uuid}/`, { ...odd, path: 'scopes' })
  await notice.getByRole('link', { name: uuid }).click()
  await expect(alerts(page)).toContainText('This token couldn’t be loaded.')
  await page.getByRole('button', { name: 'Revoke' }).click()
  const dialog = page.getByRole('dialog', { name: `Revoke ${uuid}` })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog).toBeHidden()
  const stored = (await sandbox.tokensOf('owner')).find((token) => token.uuid === uuid)
  expect(stored?.isActive).toBe(false)
  // After the refresh it is readable.
  await expect(page.getByRole('heading', { name: 'odd' })).toBeVisible()
})

row('row 11: a user who may not use tokens sees whom to ask, and no sign-in', async ({ page, provoke, sandbox }) => {
  provoke(403)
  sandbox.failNext('GET', tokensPath, { status: 403, body: { detail: 'You do not have permission.' }, times: 9 })
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  await expect(notice).toContainText(
    'Your account isn’t allowed to use personal access tokens. Contact your Waldur administrator.',
  )
  await expect(notice.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
})
