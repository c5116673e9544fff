import { permission, placeSearch } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectFocusKept, expectFocusSeen, tabTo } from './keyboardSteps.ts'
import { tokenRow, tokenTable } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { clipboardStatus, revealDialog } from './revealSteps.ts'
import { expectSignedIn, signIn } from './sessionSteps.ts'

// These tests use only the keyboard, apart from signing in where that is not their subject.

test('signing in and the list: errors return to the field; search, sort, a row’s menu and back', {
  tag: '@firefox',
}, async ({ page, provoke }) => {
  provoke(401)
  await page.goto('/tokens')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused()
  await page.keyboard.type('owner')
  await page.keyboard.press('Tab')
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await expect(alerts(page)).toHaveText('Invalid username/password.')
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  await expect(password).toHaveAccessibleDescription('Invalid username/password.')
  await page.keyboard.type('owner')
  await page.keyboard.press('Enter')
  await expectSignedIn(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Personal access tokens' })).toBeFocused()

  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Skip to content' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const search = page.getByRole('searchbox', { name: 'Search tokens' })
  await tabTo(page, search)
  await page.keyboard.type('deploy')
  await expect(page.getByRole('status').filter({ hasText: /of 11 shown/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(tokenTable(page).getByRole('rowheader').first().getByRole('link')).toBeFocused()
  const head = tokenTable(page).getByRole('columnheader', { name: 'Token' })
  await tabTo(page, head.getByRole('button'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  const menuButton = page.getByRole('button', { name: 'Actions for ci-deploy', exact: true })
  await tabTo(page, menuButton)
  await page.keyboard.press('Enter')
  const items = page.getByRole('menu', { name: 'Actions for ci-deploy' }).getByRole('menuitem')
  await expect(items.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menuButton).toBeFocused()
})

test('a row is three tab stops and is called by its name alone; a disabled action says why', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'old-laptop')).toBeVisible()
  // It has all there is to a row: a mark, dates, an address.
  const row = tokenRow(page, 'nightly-backup')
  await expect(row.getByRole('img', { name: /^To review: / })).toBeVisible()
  await expect(row.getByRole('rowheader', { name: 'nightly-backup', exact: true })).toBeVisible()
  await tabTo(page, row.getByRole('checkbox', { name: 'Select nightly-backup' }))
  for (const stop of [
    row.getByRole('link', { name: 'nightly-backup', exact: true }),
    row.getByRole('button', { name: 'Actions for nightly-backup', exact: true }),
    tokenTable(page).getByRole('checkbox').nth(2),
  ]) {
    await page.keyboard.press('Tab')
    await expect(stop).toBeFocused()
  }

  await page.getByRole('button', { name: 'Actions for old-laptop', exact: true }).press('Enter')
  const items = page.getByRole('menu').getByRole('menuitem')
  await expect(items.filter({ hasText: 'Duplicate' })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(items.first()).toBeFocused()
  await expect(items.first()).toHaveAccessibleName('Rotate This token is no longer active.')
  await page.keyboard.press('Enter')
  await expect(items.first()).toBeFocused()
})

test('create: name, permission and place; an error takes the focus; Escape closes lists, not the form', {
  tag: '@firefox',
}, async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.keyboard.press('n')
  const form = createForm(page)
  const name = form.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  // The pop-up of a password manager, over the dialog, can be typed into.
  const own = await page.evaluateHandle(() => {
    const host = document.body.appendChild(document.createElement('div'))
    return host.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'))
  })
  await own.focus()
  await page.keyboard.type('vault')
  expect(await own.evaluate((input) => input.value)).toBe('vault')
  await own.evaluate((input) => input.remove())
  await name.focus()
  await page.keyboard.type('by keys')
  await page.keyboard.press('Enter')
  await expect(form.getByText('Select at least one permission')).toBeVisible()
  await expect(form.getByRole('searchbox', { name: 'Search permissions' })).toBeFocused()
  await page.keyboard.type('PROJECT.LIST')
  // The search may still remove a focused checkbox, and the focus with it.
  await expect(form.getByText(/^\d+ of \d+ permissions match/).first()).toBeVisible()
  await tabTo(page, permission(form, 'PROJECT.LIST'))
  await page.keyboard.press('Space')
  await expect(permission(form, 'PROJECT.LIST')).toBeChecked()
  // A radio group is a single tab stop; arrow keys choose.
  await tabTo(page, form.getByRole('radio', { name: 'Everywhere you have these permissions' }))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, placeSearch(form))
  await page.keyboard.type('kliima')
  await expect(form.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(form.getByRole('option')).toHaveCount(0)
  await expect(form).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('option', { selected: true })).toHaveCount(1)
  await tabTo(page, form.getByRole('button', { name: 'Create token' }))
  // From anywhere in the form.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+Enter')
  await expect(revealDialog(page)).toBeVisible()
})

test('rotate: the secret is copied, Escape keeps it, and Done gives the focus to the new token', {
  tag: '@firefox',
}, async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  await tabTo(page, page.getByRole('button', { name: 'Actions for ci', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Rotate' })).toBeFocused()
  for (const next of ['Replace', 'Duplicate', 'Edit IP addresses', 'Revoke', 'Rotate']) {
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: next })).toBeFocused()
  }
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Rotate ci' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await tabTo(page, question.getByRole('button', { name: 'Rotate token' }))
  await page.keyboard.press('Enter')
  const reveal = revealDialog(page)
  await expect(reveal.getByRole('heading', { name: 'Copy the secret' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(reveal).toBeVisible()
  const button = (name: string) => reveal.getByRole('button', { name, exact: true })
  const [show, copy, done] = [button('Show secret'), button('Copy'), button('Done')]
  await tabTo(page, copy)
  await page.keyboard.press('Enter')
  await expect(clipboardStatus(reveal)).toHaveText('Copied')
  for (const next of [
    button('Download .env'),
    reveal.getByRole('tab', { name: 'curl' }),
    button('Copy example'),
    button('Why?'),
    reveal.getByRole('checkbox', { name: 'I’ve stored the secret' }),
    button('Test token'),
    button('Download reminder (.ics)'),
    done,
    // The focus stays inside the dialog and starts again at its first button.
    show,
  ]) {
    await page.keyboard.press('Tab')
    await expect(next).toBeFocused()
    await expectFocusSeen(page)
  }
  await tabTo(page, done, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(reveal).toBeHidden()
  await expect(tokenRow(page, 'ci').filter({ hasText: 'Active' }).getByRole('link')).toBeFocused()
})

test('revoke: Cancel has the focus; afterwards the focus stays at the row, or moves to the next if the row leaves', {
  tag: '@firefox',
}, async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', '/tokens?show=active')
  const button = page.getByRole('button', { name: 'Actions for terraform', exact: true })
  const place = Number(await tokenRow(page, 'terraform').getAttribute('aria-rowindex')) - 1
  await tabTo(page, button)
  const openQuestion = async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
  }
  await openQuestion()
  const question = page.getByRole('dialog', { name: 'Revoke terraform' })
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await openQuestion()
  await tabTo(page, question.getByRole('button', { name: 'Revoke token' }))
  await page.keyboard.press('Enter')
  await expect(tokenRow(page, 'terraform')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: 'terraform' })).toBeVisible()
  const next = tokenTable(page).getByRole('row').nth(place).getByRole('rowheader').getByRole('link')
  await expect(next).toBeFocused()

  // In a view that keeps revoked tokens, the row stays.
  await page.getByRole('group', { name: 'Filter tokens' }).getByRole('button', { pressed: true }).press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Actions for ci', exact: true }))
  await openQuestion()
  await tabTo(page, page.getByRole('dialog', { name: 'Revoke ci' }).getByRole('button', { name: 'Revoke token' }))
  await page.keyboard.press('Enter')
  await expect(tokenRow(page, 'ci')).toContainText('Revoked')
  await expect(page.getByRole('status').filter({ hasText: 'ci' })).toBeVisible()
  await expectFocusKept(page)
})

test('several tokens: Space selects one, Shift+Space a range, and the bar revokes them', { tag: '@firefox' }, async ({
  page,
  sandbox,
}) => {
  for (const name of ['a', 'b', 'c', 'd']) await sandbox.createToken('norole', { name })
  await signIn(page, 'norole')
  await tabTo(page, page.getByRole('checkbox', { name: 'Select a', exact: true }))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Space')
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await expect(bar).toContainText('3 selected')
  await tabTo(page, bar.getByRole('button', { name: 'Revoke 3 tokens' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Revoke 3 tokens' })
  await tabTo(page, question.getByRole('button', { name: 'Revoke 3 tokens' }))
  await page.keyboard.press('Enter')
  await expect(question.getByRole('status')).toContainText('3 revoked')
  await expectFocusKept(page)
  await tabTo(page, question.getByRole('button', { name: 'Close' }))
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expectFocusKept(page)
  expect((await sandbox.tokensOf('norole')).filter(({ isActive }) => isActive)).toHaveLength(1)
})
