import { expect, test } from './fixtures.ts'
import { tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { answered, breakConnection } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, expectSignedOut, signInByForm } from './sessionSteps.ts'

test('a password opens the page that the address names, and no other', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('Sign in · Waldur Tokens')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await expect(page).toHaveURL('/tokens')
  await expect(tokenTable(page)).toBeVisible()
})

test('a link to one token leads there through the sign-in', async ({ page, sandbox }) => {
  const [token] = await sandbox.tokensOf('manager')
  await signInByForm(page, 'manager', `/tokens/${token?.uuid}`)
  await expect(page.getByRole('heading', { name: 'sequencer-upload', level: 1 })).toBeVisible()
  await expect(page).toHaveURL(`/tokens/${token?.uuid}`)
})

row('row 53: a wrong password is said at the form, which keeps the name and asks again', async ({ page, provoke }) => {
  provoke(401)
  await page.goto('/tokens')
  await enterPassword(page, 'owner', 'wrong')
  await expect(page.getByRole('alert')).toHaveText('Invalid username/password.')
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('owner')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await expectSignedOut(page)
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
})

test('an empty form asks for both, and sends nothing', async ({ page, sandbox }) => {
  await page.goto('/tokens')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAccessibleDescription('Enter your username.')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('Enter your password.')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused()
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([])
})

test('what is typed as the password shows on request', async ({ page }) => {
  await page.goto('/tokens')
  const password = page.getByLabel('Password', { exact: true })
  const toggle = page.getByRole('button', { name: 'Show what is typed' })
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAttribute('autocomplete', 'username')
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(password).toHaveAttribute('type', 'text')
})

test('after four failures the right password is refused too, in Waldur’s words', async ({ page, provoke }) => {
  provoke(401)
  await page.goto('/tokens')
  for (const attempt of [1, 2, 3, 4]) {
    await enterPassword(page, 'owner', `wrong ${attempt}`)
    await expect(page.getByRole('alert')).toHaveText('Invalid username/password.')
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  }
  await enterPassword(page, 'owner')
  await expect(page.getByRole('alert')).toHaveText('Username is locked out. Try in 10 minutes.')
  await expectSignedOut(page)
})

test('a disabled account is told so', async ({ page, provoke }) => {
  provoke(401)
  await page.goto('/tokens')
  await enterPassword(page, 'disabled')
  await expect(page.getByRole('alert')).toHaveText('User account is disabled.')
  await expectSignedOut(page)
})

test('a field that Waldur refuses says why', async ({ page, provoke }) => {
  provoke(400)
  await page.goto('/tokens')
  await enterPassword(page, 'n'.repeat(129), 'x')
  const sentence = 'Ensure this field has no more than 128 characters.'
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveAccessibleDescription(sentence)
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused()
})

test.describe('with passwords switched off', () => {
  test.use({ sandboxOptions: { settings: { LOCAL_SIGNIN: false } } })

  test('only a token can be used', async ({ page, sandbox }) => {
    await page.goto('/tokens')
    await expect(page.getByRole('alert')).toHaveText('This Waldur has no password sign-in. Use an API token.')
    await expect(page.getByRole('textbox', { name: 'Username' })).toBeHidden()
    await page.getByLabel('API token').fill(await sandbox.signIn('owner'))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expectSignedIn(page)
  })
})

test('passwords switched off meanwhile are refused in Waldur’s words', async ({ page, provoke, sandbox }) => {
  provoke(401)
  const configured = page.waitForResponse(/\/api\/configuration\//)
  await page.goto('/tokens')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible()
  await configured
  sandbox.settings.LOCAL_SIGNIN = false
  await enterPassword(page, 'owner')
  await expect(page.getByRole('alert')).toContainText('Authentication method is disabled.')
})

for (const [status, sentence] of [
  [503, 'Waldur has a problem and could not answer (503).'],
  [502, 'The server in front of Waldur could not reach it (502).'],
] as const) {
  test(`a server that answers ${status} is said as what it is`, async ({ page, provoke, sandbox }) => {
    provoke(status)
    sandbox.failNext('POST', '/api-auth/password/', { status, body: '<h1>Bad gateway</h1>' })
    await page.goto('/tokens')
    await enterPassword(page, 'owner')
    await expect(page.getByRole('alert')).toContainText(sentence)
    await expect(page.getByRole('alert')).not.toContainText('Bad gateway')
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
  })
}

test('a connection that breaks is said, and nothing is lost but the password', async ({ page, provoke, sandbox }) => {
  provoke('broken connection')
  await page.goto('/tokens')
  breakConnection(sandbox, 'POST', '/api-auth/password/')
  await enterPassword(page, 'owner')
  await expect(page.getByRole('alert')).toHaveText('Waldur cannot be reached. Check your connection and try again.')
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('owner')
  await expectSignedOut(page)
})

row('row 55: without a profile nobody is half signed in', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', '/api/users/me/', { status: 500, body: '<h1>Server Error (500)</h1>' })
  await page.goto('/tokens')
  await enterPassword(page, 'owner')
  await expect(page.getByRole('alert')).toContainText('Waldur has a problem and could not answer (500).')
  await expectSignedOut(page)
  expect(sandbox.requests.filter(({ path }) => path.startsWith('/api/personal-access-tokens/'))).toEqual([])
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

row('row 55: a stored session whose profile cannot be read offers both ways on', async ({ page, provoke, sandbox }) => {
  provoke(500)
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Stay signed in in this tab' }).check()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  sandbox.failNext('GET', '/api/users/me/', { status: 500, times: 2 })
  await page.reload()
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('You are signed in, but your profile cannot be read.')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => answered(sandbox, 500, '/api/users/me/')).toBe(2)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expectSignedIn(page)
})

row('row 55: one who gives up such a session can sign in as someone else', async ({ page, provoke, sandbox }) => {
  provoke(500)
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Stay signed in in this tab' }).check()
  await enterPassword(page, 'owner')
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
})

test('a double click signs in once', async ({ page, sandbox }) => {
  const release = sandbox.holdNext('POST', '/api-auth/password/')
  await page.goto('/tokens')
  await page.getByRole('textbox', { name: 'Username' }).fill('owner')
  await page.getByLabel('Password', { exact: true }).fill('owner')
  await page.getByRole('button', { name: 'Sign in', exact: true }).dblclick()
  release()
  await expectSignedIn(page)
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})
