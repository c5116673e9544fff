import { expect, test } from './fixtures.ts'
import { tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, fillSilently } from './pageSteps.ts'
import { breakConnection, responsesWith } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, expectSignedOut, signInByForm } from './sessionSteps.ts'

test('an empty form says what is missing, the password shows on request, and opens the list', {
  tag: '@firefox',
}, async ({ page, sandbox }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('Sign in · Waldur Tokens')
  const username = page.getByRole('textbox', { name: 'Username' })
  const password = page.getByLabel('Password', { exact: true })
  await expect(username).toBeFocused()
  await expect(username).toHaveAttribute('autocomplete', 'username')
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')

  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(username).toHaveAccessibleDescription('Enter your username.')
  await expect(password).toHaveAccessibleDescription('Enter your password.')
  await expect(username).toBeFocused()
  // Enter in the field leaves the focus where it is, which a screen reader would not say.
  await username.press('Enter')
  const spoken = page.getByRole('status').filter({ hasText: 'Enter your username.' })
  await expect(spoken).toBeVisible()
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([])

  const toggle = page.getByRole('button', { name: 'Show what you typed' })
  await toggle.click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide what you typed' }).click()
  await expect(password).toHaveAttribute('type', 'password')

  // A double click signs in once.
  const release = sandbox.holdNext('POST', '/api-auth/password/')
  // Before the form is used.
  for (const field of [username, password]) await fillSilently(field, 'owner')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
  await page.getByRole('button', { name: 'Sign in', exact: true }).dblclick()
  release()
  await expectSignedIn(page)
  await expect(page).toHaveURL('/tokens')
  await expect(tokenTable(page)).toBeVisible()
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('a link to one token leads there through the sign-in', async ({ page, sandbox }) => {
  const [token] = await sandbox.tokensOf('manager')
  await signInByForm(page, 'manager', `/tokens/${token?.uuid}`)
  await expect(page.getByRole('heading', { name: 'sequencer-upload', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(`/tokens/${token?.uuid}`)
})

row('row 53: Waldur’s reasons appear at the form, which keeps the username', async ({ page, provoke }) => {
  provoke(400, 401)
  await page.goto('/tokens')
  const username = page.getByRole('textbox', { name: 'Username' })
  const password = page.getByLabel('Password', { exact: true })
  const alert = alerts(page)
  await enterPassword(page, 'n'.repeat(129), 'x')
  await expect(username).toHaveAccessibleDescription('Ensure this field has no more than 128 characters.')
  await expect(username).toBeFocused()
  await enterPassword(page, 'disabled')
  await expect(alert).toHaveText('User account is disabled.')

  for (const attempt of [1, 2, 3, 4]) {
    await enterPassword(page, 'owner', `wrong ${attempt}`)
    await expect(alert).toHaveText('Invalid username/password.')
    await expect(username).toHaveValue('owner')
    await expect(password).toHaveValue('')
    await expect(password).toBeFocused()
  }
  await expectSignedOut(page)
  // Too many failures: now the right password is rejected too.
  await enterPassword(page, 'owner')
  await expect(alert).toHaveText('Username is locked out. Try in 10 minutes.')
  await expectSignedOut(page)
  await enterPassword(page, 'manager')
  await expectSignedIn(page)
})

test.describe('with passwords turned off', () => {
  test.use({ sandboxOptions: { settings: { LOCAL_SIGNIN: false } } })

  test('only a token can be used', async ({ page, sandbox }) => {
    await page.goto('/tokens')
    await expect(page.getByRole('note')).toHaveText(
      'Password sign-in isn’t available on this Waldur server. Use an API token.',
    )
    await expect(page.getByRole('textbox', { name: 'Username' })).toBeHidden()
    await page.getByLabel('API token').fill(await sandbox.signIn('owner'))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expectSignedIn(page)
  })
})

test('if passwords are turned off while the form is open, Waldur’s reason appears', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  const configured = page.waitForResponse(/\/api\/configuration\//)
  await page.goto('/tokens')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible()
  await configured
  sandbox.settings.LOCAL_SIGNIN = false
  await enterPassword(page, 'owner')
  await expect(alerts(page)).toContainText('Authentication method is disabled.')
})

test('a sign-in that Waldur can’t respond to says why, keeps the username and can be repeated', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke('broken connection', 502, 503)
  await page.goto('/tokens')
  const alert = alerts(page)
  for (const [status, sentence] of [
    [503, 'The server in front of Waldur responded instead (503).'],
    [502, 'The server in front of Waldur got no response from it (502).'],
  ] as const) {
    sandbox.failNext('POST', '/api-auth/password/', { status, body: '<h1>Bad gateway</h1>' })
    await enterPassword(page, 'owner')
    await expect(alert).toContainText(sentence)
    await expect(alert).not.toContainText('Bad gateway')
  }
  breakConnection(sandbox, 'POST', '/api-auth/password/')
  await enterPassword(page, 'owner')
  await expect(alert).toHaveText('Can’t reach Waldur. Check your connection and try again.')
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('owner')
  await expectSignedOut(page)
})

row('row 55: without a profile, no one is signed in', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', '/api/users/me/', { status: 500, body: '<h1>Server Error (500)</h1>' })
  await page.goto('/tokens')
  await enterPassword(page, 'owner')
  await expect(alerts(page)).toContainText('Waldur had a problem and couldn’t respond (500).')
  await expectSignedOut(page)
  expect(sandbox.requests.filter(({ path }) => path.startsWith('/api/personal-access-tokens/'))).toEqual([])
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

row(
  'row 55: if the profile of a stored session can’t be read, the user can retry or sign in as someone else',
  async ({ page, provoke, sandbox }) => {
    provoke(500)
    await page.goto('/tokens')
    await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    sandbox.failNext('GET', '/api/users/me/', { status: 500, times: 2 })
    await page.reload()
    const notice = alerts(page)
    await expect(notice).toContainText('You’re signed in, but your profile couldn’t be loaded.')
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => responsesWith(sandbox, 500, '/api/users/me/')).toBe(2)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expectSignedIn(page)

    sandbox.failNext('GET', '/api/users/me/', { status: 500 })
    await page.reload()
    await page.getByRole('button', { name: 'Sign in as someone else' }).click()
    await expectSignedOut(page)
    await page.reload()
    await expectSignedOut(page)
    await enterPassword(page, 'manager')
    await expectSignedIn(page)
    await page.getByRole('button', { name: 'Account menu' }).click()
    await expect(page.getByText('manager', { exact: true })).toBeVisible()
  },
)
