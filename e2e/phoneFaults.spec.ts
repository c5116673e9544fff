import { entityField, entityRow, permission } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { card, enterByTouch, expectFullScreen, expectInSight, PHONE, signInByTouch, tap } from './phoneSteps.ts'
import { readSecret, revealDialog } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'
import { clipboardText } from './secretPlaces.ts'

test.use(PHONE)

test('a form with something missing leads to it, and a refusal keeps what was entered', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(400)
  await signInByTouch(page, 'owner')
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  const create = form.getByRole('button', { name: 'Create token' })
  await create.tap()
  const name = form.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeInViewport({ ratio: 1 })
  await expect(name).toBeFocused()
  await name.fill('on the way')
  await create.tap()
  await expect(form.getByText('Choose at least one permission')).toBeInViewport({ ratio: 1 })
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await permission(form, 'PROJECT.LIST').tap()
  sandbox.failNext('POST', tokensPath, { status: 400, body: { name: ['Name, says Waldur.'] } })
  await create.tap()
  await expect(form.getByText('Name, says Waldur.')).toBeInViewport({ ratio: 1 })
  await expect(name).toHaveValue('on the way')
  await expect(permission(form, 'PROJECT.LIST')).toBeChecked()
  await create.tap()
  await expect(revealDialog(page)).toBeVisible()
})

test('a link fills the form, a session that ends keeps it, and no answer is looked into', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  provoke('broken connection')
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  await page.goto(`/tokens/new#name=maybe&scopes=PROJECT.LIST&bind=project:${uuid}&days=30`)
  await enterByTouch(page, 'owner')
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await expect(form.getByRole('alert').first()).toContainText('Nothing is created unless you press the button')
  await expectFullScreen(page, form, 'Create token')
  sandbox.failNext('POST', tokensPath, { status: 401, body: { detail: 'Token has expired.' } })
  await form.getByRole('button', { name: 'Create token' }).tap()
  const ended = page.getByRole('dialog', { name: 'Your session ended' })
  await expect(ended).toBeVisible()
  await expectNoSidewaysScroll(page)
  await enterByTouch(page, 'owner')
  await expect(form.getByRole('alert').filter({ hasText: 'Your session ended' })).toBeVisible()
  await expect(entityField(entityRow(form, 1))).toHaveValue('Läänemere kliimamudel')

  for (let send = 0; send < 8; send += 1) sandbox.dropNext('POST', tokensPath, 'afterCommit')
  await form.getByRole('button', { name: 'Create token' }).tap()
  const found = form.getByRole('alert').filter({ hasText: 'A token with this name was created' })
  await expect(found).toBeVisible()
  await expectNoSidewaysScroll(page)
  await found.getByRole('button', { name: 'Rotate to get a new secret' }).tap()
  const rotate = page.getByRole('dialog', { name: 'Rotate maybe' })
  await expectFullScreen(page, rotate, 'Rotate token')
  await rotate.getByRole('button', { name: 'Rotate token' }).tap()
  expect(await statusOf(origin, `Bearer ${await readSecret(page, tap)}`)).toBe(200)
})

test('the link of a form fills it again, and what it cannot be taken at is named', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await page.goto(`/tokens/new#name=ci&scopes=PROJECT.LIST,CUSTOMER.CREATE&bind=project:${uuid}&days=90&submit=1`)
  await enterByTouch(page, 'owner')
  await expectInSight(form.getByRole('alert').filter({ hasText: 'Not understood in the link' }).getByText('submit'))
  await expectFullScreen(page, form, 'Create token')
  await expect(form.getByRole('alert').filter({ hasText: 'You do not hold these' })).toContainText('CUSTOMER.CREATE')
  await form.getByRole('button', { name: 'Copy request link' }).tap()
  await expectInSight(form.getByText('Copied. Whoever opens it finds this form filled'))
  await page.goto(await clipboardText(page))
  await page.reload()
  await enterByTouch(page, 'owner')
  // All was understood this time; what is not held is asked for still.
  await expect(form.getByRole('alert')).toHaveText([/^A link filled this form/, /^You do not hold these/])
  await expect(entityField(entityRow(form, 1))).toHaveValue('Läänemere kliimamudel')
  await expect(form.getByRole('radio', { name: '90 days' })).toBeChecked()
  await form.getByRole('button', { name: 'Cancel' }).tap()
  await expect(page).toHaveURL('/tokens')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('a list that cannot be loaded says so, and comes with another tap', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', tokensPath, { status: 500 })
  await signInByTouch(page, 'owner')
  await expect(page.getByRole('alert')).toContainText('Your tokens could not be loaded.')
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Try again' }).tap()
  await expect(card(page, 'terraform')).toBeVisible()
})

test('staff bind a token to an entity of any type', async ({ page, sandbox }) => {
  await signInByTouch(page, 'staff')
  await page.getByRole('button', { name: 'Create token', exact: true }).tap()
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await form.getByRole('textbox', { name: 'Name' }).fill('bound')
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('PROJECT.LIST')
  await permission(form, 'PROJECT.LIST').tap()
  await form.getByRole('radio', { name: 'Only in specific places' }).tap()
  await form.getByRole('button', { name: 'Add place' }).tap()
  const row = entityRow(form, 1)
  await row.getByRole('combobox', { name: 'Type' }).tap()
  await page
    .getByRole('option', { name: /^Organization/ })
    .first()
    .tap()
  await entityField(row).fill('Tartu')
  await row.getByRole('option').first().tap()
  await form.getByRole('button', { name: 'Create token' }).tap()
  await expect(revealDialog(page)).toBeVisible()
  expect((await sandbox.tokensOf('staff')).find(({ name }) => name === 'bound')?.bindings).toMatchObject([
    { type: 'customer' },
  ])
})

test.describe('with an identity provider', () => {
  test.use({ sandboxOptions: { settings: { SSO: true } } })

  test('one signs in there', async ({ origin, page, sandbox }) => {
    sandbox.settings.SSO_REDIRECTS = [origin]
    await page.goto('/tokens')
    await page.getByRole('button', { name: 'Sign in with Sandbox ID' }).tap()
    await page.getByRole('link', { name: 'Sign in as owner', exact: true }).tap()
    await expect(card(page, 'terraform')).toBeVisible()
  })
})
