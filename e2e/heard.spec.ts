import { findPermission, openCreate, permission } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectHeard, expectSaid, forgetHeard } from './heard.ts'
import { choose, openTool, searchTokens, tokenRow } from './listSteps.ts'
import { comeBackOnline } from './pageSteps.ts'
import { revealDialog, rotate } from './revealSteps.ts'
import { coverOf, endSessionElsewhere, enterPassword, signIn } from './sessionSteps.ts'

// What a screen reader says without being asked: what gets the focus, and what live regions say.

test('the main job, from the list to the secret', { tag: '@firefox' }, async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await forgetHeard(page)
  await form.getByRole('textbox', { name: 'Name' }).fill('weekly report')
  await findPermission(form, 'PROJECT.LIST')
  await expectHeard(page, 'focus: searchbox "Search permissions"', 'polite: 1 of 121 permissions match')
  await permission(form, 'PROJECT.LIST').press('Space')
  await expectHeard(
    page,
    'focus: checkbox "List projects PROJECT.LIST", not checked, follows your roleChanges nothing, because your role decides which projects it lists',
    'polite: Everything you selected follows your role, so this token only reads. Use “Read only”',
    'polite: 1 selected',
  )
  const create = form.getByRole('button', { name: 'Create token' })
  await create.focus()
  await expect(create).toHaveAccessibleDescription(/^weekly report will be able to read everything you can see until/)
  await forgetHeard(page)
  await page.keyboard.press('Enter')
  const reveal = revealDialog(page)
  const about = await reveal.locator('#reveal-head').textContent()
  await expectHeard(page, `focus: heading "Copy the secret", ${about}`)
  await reveal.getByRole('button', { name: 'Copy', exact: true }).press('Enter')
  await expectHeard(page, 'focus: button "Copy"', 'polite: Copied')
  await reveal.getByRole('button', { name: 'Done' }).press('Enter')
  await expectHeard(page, 'focus: button "Done"', 'focus: button "Create token"', 'polite: 12 tokens')
})

test('a rejected sign-in is said, with the focus in the field that is empty now', async ({ page, provoke }) => {
  provoke(401)
  await page.goto('/tokens')
  await enterPassword(page, 'owner', 'wrong')
  await expectSaid(page, 'assertive: Invalid username/password.')
  const password = page.getByRole('textbox', { name: 'Password' })
  await expect(password).toBeFocused()
  await password.press('Enter')
  await expectSaid(page, 'polite: Enter your password.')
})

test('an empty sign-in is said on the cover of an ended session, too', async ({ page, provoke }) => {
  provoke(401)
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await endSessionElsewhere(page, 'owner')
  await comeBackOnline(page)
  const username = coverOf(page).getByRole('textbox', { name: 'Username' })
  await expect(username).toBeFocused()
  await forgetHeard(page)
  await username.press('Enter')
  await expectSaid(page, 'polite: Enter your username.')
})

test('a form that can’t be sent says what to check once, and not while that is being fixed', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  const create = form.getByRole('button', { name: 'Create token' })
  await expect(create).toHaveAccessibleDescription('Missing: Name and Permissions.')
  await create.press('Enter')
  await expectSaid(page, 'assertive: The token wasn’t created. Check these fields: Name and Permissions.')
  await expect(create).toHaveAccessibleDescription(
    'The token wasn’t created. Check these fields: Name and Permissions.',
  )
  await form.getByRole('textbox', { name: 'Name' }).fill('ci')
  await expect(form.getByText('Check this field: Permissions.')).toBeVisible()
  await form.getByRole('radio', { name: 'Only in specific places' }).press('Space')
  const found = await findPermission(form, 'PROJECT.LIST')
  await expectSaid(page, 'polite: 1 of 121 permissions match')
  await found.press('Space')
  await expectSaid(
    page,
    'polite: Everything you selected follows your role, so this token only reads. Use “Read only”',
    'polite: 1 selected',
  )
})

test('the reveal says what would be lost, each copy, and why it stays', async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const reveal = await rotate(page, 'ci')
  await reveal.getByRole('button', { name: 'Done' }).focus()
  await forgetHeard(page)
  await page.keyboard.press('Enter')
  await expectHeard(page, 'focus: button "Go back", You haven’t copied the secret. It can’t be shown again.')
  await page.keyboard.press('Enter')
  await expectHeard(page, 'focus: button "Done"')
  await reveal.getByRole('button', { name: 'Copy', exact: true }).press('Enter')
  await expectSaid(page, 'polite: Copied')
  await page.keyboard.press('Enter')
  await expectSaid(page, 'polite: Copied')
  await page.keyboard.press('Escape')
  await expectSaid(page, 'polite: This stays open so you don’t lose the secret by accident. Select “Done” to close it.')
})

test.describe('in the list', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'owner')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })

  test('a search says how many tokens it finds, once and not for each letter; sorting says the order', async ({
    page,
  }) => {
    await page.getByRole('searchbox', { name: 'Search tokens' }).pressSequentially('terraform')
    await expectSaid(page, 'polite: 1 of 11 shown')
    // The same number for another search is news.
    await searchTokens(page, 'nightly')
    await expectSaid(page, 'polite: 1 of 11 shown')
    await searchTokens(page, '')
    await expectSaid(page, 'polite: 11 tokens')
    await page.getByRole('columnheader', { name: 'Token' }).getByRole('button').press('Enter')
    await expectSaid(page, 'polite: Token: ascending')
  })

  test('the first selected token is said, too', async ({ page }) => {
    await page.getByRole('checkbox', { name: 'Select terraform' }).press('Space')
    await expectSaid(page, 'polite: 1 selected')
    await page.getByRole('checkbox', { name: 'Select grafana-usage' }).press('Space')
    await expectSaid(page, 'polite: 2 selected')
  })

  test('a revocation is said after its dialog has closed', async ({ page }) => {
    await page.getByRole('button', { name: 'Active 7' }).press('Enter')
    await searchTokens(page, 'terraform')
    await expectSaid(page, 'polite: 1 of 11 shown')
    const dialog = await choose(page, 'Revoke', 'terraform')
    await dialog.getByRole('button', { name: 'Revoke token' }).press('Enter')
    await expectSaid(page, 'polite: Revoked terraform', 'polite: 0 of 11 shown')
    // The row that had the focus is gone.
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })

  test('what is found for a pasted token is said in sentences, without its buttons', async ({ page, sandbox }) => {
    const tokens = await sandbox.tokensOf('owner')
    const end = Math.floor((tokens.find(({ name }) => name === 'terraform')?.expiresAt ?? 0) / 1000)
    await openTool(page, 'Identify a token')
    const field = page.getByRole('textbox', { name: 'Token or its beginning' })
    await field.fill(`w_${end}_`)
    const said = page.getByRole('dialog').getByRole('status')
    await expect(said).toHaveText(
      /^It expires on .*, in 88 days\. One of your tokens expires in that second\. You may have pasted an earlier secret of it\.$/,
    )
    await expectSaid(page, `polite: ${await said.textContent()}`)
    await field.fill('hello')
    await expectSaid(page, 'polite: No Waldur token found in that text. Tokens start with “w_”, 10 digits and “_”.')
  })
})
