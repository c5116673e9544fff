import { addressField, addressTag, onlyFromThese, permission } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectNoSidewaysScroll, goOffline, passMinutes } from './pageSteps.ts'
import {
  beginByTouch,
  card,
  cards,
  chooseByTouch,
  enterByTouch,
  expectFullScreen,
  expectInSight,
  expectNothingWide,
  PHONE,
  tap,
} from './phoneSteps.ts'
import { lossQuestion, outcomeOf, readSecret, revealDialog } from './revealSteps.ts'
import { statusFrom, tokensPath } from './sandboxSteps.ts'
import { coverOf, signIn, staySignedIn } from './sessionSteps.ts'

// As in phoneScreens: every step of the form fits the screen, and what the user must see or press is in view.
test.use(PHONE)

test('how to use a secret: the examples, copying one, the file and the test', async ({ page }) => {
  await signIn(page, 'owner')
  const form = await beginByTouch(page, 'Nightly / import')
  await form.getByRole('button', { name: 'Create token' }).tap()
  const reveal = revealDialog(page)
  await reveal.getByRole('button', { name: 'Copy', exact: true }).tap()
  for (const kind of ['Python SDK', 'Node.js', 'GitHub Actions', 'Ansible', 'curl']) {
    await reveal.getByRole('tab', { name: kind }).tap()
    await expectInSight(reveal.getByRole('tab', { name: kind, selected: true }))
    await expect(reveal.getByRole('tabpanel', { name: kind })).toContainText('WALDUR_ACCESS_TOKEN')
    await expectFullScreen(page, reveal, 'Done')
  }
  await reveal.getByRole('button', { name: 'Copy example' }).tap()
  await expectInSight(reveal.getByRole('status', { name: 'Copying the example' }).getByText('Copied, replacing'))
  await reveal.getByRole('button', { name: 'Done' }).tap()
  const warning = lossQuestion(reveal)
  await expectInSight(warning)
  await expectFullScreen(page, reveal, 'Close anyway')
  await reveal.getByRole('button', { name: 'Go back' }).tap()
  await expect(warning).toHaveCount(0)
  const saved = page.waitForEvent('download')
  await reveal.getByRole('button', { name: 'Download .env' }).tap()
  expect((await saved).suggestedFilename()).toBe('waldur-Nightly-import.env')
  await expectInSight(reveal.getByRole('status', { name: 'Download' }))
  await reveal.getByRole('button', { name: 'Test token' }).tap()
  const result = reveal.getByRole('status', { name: 'Test result' })
  await expect(result).toContainText('Waldur accepted the token')
  await expectInSight(result)
  await expectNothingWide(reveal)
})

test.describe('from an address that Waldur sees', () => {
  test.use({ extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.9' } })

  test('networks in the form, and a change of them', async ({ origin, page }) => {
    await signIn(page, 'owner')
    const form = await beginByTouch(page, 'cluster')
    await onlyFromThese(form).tap()
    await addressField(form).fill('2001:DB8:1111:2222:3333:4444:5555:6666')
    await expectInSight(form.getByText('Waldur stores this as 2001:db8:1111:2222:3333:4444:5555:6666/128.'))
    await addressField(form).press('Enter')
    await form.getByRole('button', { name: 'Add my current IP address (203.0.113.9)' }).tap()
    await expect(addressTag(form)).toHaveCount(2)
    await addressField(form).fill('somewhere')
    await form.getByRole('button', { name: 'Create token' }).tap()
    await expectInSight(form.getByText('Enter an IP address or range, such as'))
    await expect(addressField(form)).toBeFocused()
    await expectFullScreen(page, form, 'Create token')
    await addressField(form).clear()
    await form.getByRole('button', { name: 'Create token' }).tap()
    const secret = `Bearer ${await readSecret(page, tap)}`
    await revealDialog(page).getByRole('checkbox', { name: 'I’ve stored the secret' }).tap()
    await revealDialog(page).getByRole('button', { name: 'Done' }).tap()
    expect(await statusFrom(origin, secret, '203.0.113.9')).toBe(200)
    expect(await statusFrom(origin, secret, '192.0.2.1')).toBe(401)

    await card(page, 'cluster').getByRole('link').tap()
    // The list was loaded before the token was used.
    await expect(page.getByRole('definition').filter({ hasText: 'from 203.0.113.9' })).toBeVisible()
    await chooseByTouch(page, /^Edit IP addresses/, 'cluster')
    const networks = page.getByRole('dialog', { name: 'Edit allowed IP addresses for cluster' })
    await addressTag(networks, '203.0.113.9').tap()
    await addressField(networks).fill('192.0.2.0/24')
    await expectInSight(networks.getByRole('note').filter({ hasText: 'The token was last used from 203.0.113.9' }))
    await expectFullScreen(page, networks, 'Save IP addresses')
    await networks.getByRole('button', { name: 'Save IP addresses' }).tap()
    await expect(page.getByRole('definition').filter({ hasText: '192.0.2.0/24' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    expect(await statusFrom(origin, secret, '203.0.113.9')).toBe(401)
    expect(await statusFrom(origin, secret, '192.0.2.1')).toBe(200)
  })
})

test('a form filled by a link, and everything that can go wrong with it', async ({
  context,
  page,
  provoke,
  sandbox,
}) => {
  provoke(400, 401, 'broken connection')
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const link = `/tokens/new#name=ci&scopes=PROJECT.LIST&bind=project:${uuid}&days=90&submit=1`
  await staySignedIn(page, await sandbox.signIn('owner'))
  await page.goto(link)
  const form = createForm(page)
  const alert = (text: string) => form.getByRole('alert').filter({ hasText: text })
  const create = form.getByRole('button', { name: 'Create token' })
  await expectInSight(
    form.getByRole('note').filter({ hasText: 'This part of the link wasn’t understood' }).getByText('submit'),
  )
  await expectFullScreen(page, form, 'Create token')
  await form.getByRole('button', { name: 'Copy request link' }).tap()
  await expectInSight(form.getByText('Copied. The link opens this form filled in.'))

  const name = form.getByRole('textbox', { name: 'Name' })
  await name.clear()
  await create.tap()
  await expect(name).toBeInViewport({ ratio: 1 })
  await expect(name).toBeFocused()
  await name.fill('maybe')
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await permission(form, 'PROJECT.LIST').tap()
  await create.tap()
  await expect(form.getByText('Select at least one permission')).toBeInViewport({ ratio: 1 })
  await permission(form, 'PROJECT.LIST').tap()
  sandbox.failNext('POST', tokensPath, { status: 400, body: { name: ['Name, says Waldur.'] } })
  await create.tap()
  await expect(form.getByText('Name, says Waldur.')).toBeInViewport({ ratio: 1 })

  await goOffline(page)
  await create.tap()
  await expectInSight(alert('You’re offline, so nothing was sent.'))
  await expectFullScreen(page, form, 'Create token')
  await context.setOffline(false)

  sandbox.failNext('POST', tokensPath, { status: 401, body: { detail: 'Token has expired.' } })
  await create.tap()
  const ended = coverOf(page)
  await expectFullScreen(page, ended, 'Sign in')
  await expectInSight(ended.getByText('What you entered is still here.'))
  await expectInSight(ended.getByRole('button', { name: 'Leave this page' }))
  await enterByTouch(page, 'owner')
  await expect(ended).toHaveCount(0)
  await expectInSight(alert('You’re signed in again. Nothing was created.'))

  for (let send = 0; send < 8; send += 1) sandbox.dropNext('POST', tokensPath, 'afterCommit')
  await create.tap()
  const found = outcomeOf(form)
  await expectInSight(found)
  await expectFullScreen(page, form, 'Create token')
  await found.getByRole('button', { name: 'Revoke' }).tap()
  const revoke = page.getByRole('dialog', { name: 'Revoke maybe' })
  await expectFullScreen(page, revoke, 'Revoke token')
  await revoke.getByRole('button', { name: 'Revoke token' }).tap()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find((token) => token.name === 'maybe')?.isActive).toBe(false)
})

test('the warning before a session ends, and its end without an answer', async ({ page, provoke, sandbox }) => {
  provoke(401, 500)
  await page.clock.install()
  await signIn(page, 'owner')
  await expect(card(page, 'terraform')).toBeVisible()
  const form = await beginByTouch(page, 'half done')
  // The form's last request has got its response.
  await expect(form.getByRole('button', { name: 'All that can be limited' })).toBeEnabled()
  await passMinutes(page, sandbox, 58.5)
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await expectFullScreen(page, warning, 'Stay signed in')
  await expectInSight(warning.getByText('Without activity, your session ends in'))
  sandbox.failNext('GET', '/api/users/me/', { status: 500 })
  await warning.getByRole('button', { name: 'Stay signed in' }).tap()
  await expectInSight(warning.getByRole('alert').filter({ hasText: 'Waldur had a problem' }))
  await warning.getByRole('button', { name: 'Stay signed in' }).tap()
  await expect(warning).toHaveCount(0)
  // No one answers the next warning, so the page is covered and kept.
  await passMinutes(page, sandbox, 61)
  const ended = coverOf(page)
  await expectFullScreen(page, ended, 'Sign in')
  await enterByTouch(page, 'owner')
  await expect(ended).toHaveCount(0)
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
})

test('what the token can do is a sheet over the form, which opens if a confirmation is missing', async ({ page }) => {
  await signIn(page, 'staff')
  await cards(page).getByRole('link').first().tap()
  await page.getByRole('link', { name: 'All tokens' }).tap()
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = createForm(page)
  const name = form.getByRole('textbox', { name: 'Name' })
  await name.fill('cleanup')
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.UPDATE')
  await permission(form, 'PROJECT.UPDATE').tap()
  const sum = form.getByRole('button', { name: /^What this token can do: 1 permission/ })
  await expect(sum).toContainText('confirm it')
  await sum.tap()
  const sheet = page.getByRole('dialog', { name: 'What this token can do' })
  await expectInSight(sheet.getByRole('button', { name: 'Create token' }))
  await expectNothingWide(sheet)
  // Whatever needs an answer is in the sheet, not under it.
  await page.goBack()
  await expect(sheet.getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await sheet.getByRole('button', { name: 'Keep editing' }).tap()
  await sheet.getByRole('link', { name: 'cleanup' }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(name).toBeFocused()
  await form.getByRole('button', { name: 'Create token' }).tap()
  const checkbox = sheet.getByRole('checkbox', { name: 'I understand that it acts with my staff rights' })
  await expect(checkbox).toBeFocused()
  await checkbox.tap()
  await sheet.getByRole('button', { name: 'Create token' }).tap()
  await expect(revealDialog(page)).toBeVisible()
})
