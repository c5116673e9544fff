import { fillCreate, openFilled, submit, submitAndReveal } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { HOMEPORT, openHomeport, signInToHomeport, stopActingAs } from './homeportSteps.ts'
import { choose, tokenRow } from './listSteps.ts'
import { alerts, comeBackOnline } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { coverOf, endSessionElsewhere, enterPassword, enterToken, expectSignedIn } from './sessionSteps.ts'

const asked = 'Your password is correct, but Waldur also asks for your passkey.'

test('if Waldur asks for a passkey after the password, the sign-in and the cover say so', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  sandbox.settings.PASSKEY_REQUIRED = true
  const uuid = /[0-9a-f]{8}-?[0-9a-f]{4}/
  await page.goto('/tokens')
  await enterPassword(page, 'owner')
  await expect(alerts(page)).toContainText(`${asked} Sign in through HomePort, or use an API token.`)
  await expect(page.locator('body')).not.toContainText(uuid)
  await enterToken(page, await sandbox.signIn('owner'))
  await expectSignedIn(page)
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('half done')
  await endSessionElsewhere(page, 'owner')
  await comeBackOnline(page)
  const cover = coverOf(page)
  await enterPassword(page, 'owner')
  await expect(alerts(cover)).toContainText(asked)
  await expect(cover).not.toContainText(uuid)
  await enterToken(page, await sandbox.signIn('owner'))
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
})

test('an action that needs a passkey says so, and succeeds afterwards', async ({ page, provoke, sandbox }) => {
  provoke(403)
  sandbox.settings.PASSKEY_ENFORCED_FOR_STAFF = true
  const form = await openFilled(page, 'support', 'status', 'SUPPORT.ACCESS')
  await form.getByRole('checkbox', { name: /^I understand/ }).check()
  await submit(form)
  const rejection = form.getByRole('alert').filter({ hasText: 'Waldur asks for your passkey' })
  await expect(rejection).toContainText(
    'Sign in to HomePort with your passkey, then come back and try again. You can still edit IP addresses and revoke.',
  )
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('status')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()

  const dialog = await choose(page, 'Rotate', 'ticket-lookup')
  const rotate = dialog.getByRole('button', { name: 'Rotate token' })
  await dialog.getByRole('checkbox').check()
  await rotate.click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'Waldur asks for your passkey' })).toBeVisible()
  await sandbox.signIn('support', 'with passkey')
  await rotate.click()
  await expect(revealDialog(page)).toBeVisible()
})

test.describe('where the deployment shares HomePort’s sign-in', () => {
  test.use({ placement: HOMEPORT })

  test('impersonating without a passkey is rejected, and the session continues', async ({
    context,
    origin,
    page,
    provoke,
    sandbox,
  }) => {
    provoke(401, 403)
    sandbox.settings.PASSKEY_ENFORCED_FOR_STAFF = true
    const homeport = await openHomeport(context, origin)
    const token = await sandbox.signIn('staff')
    const { uuid } = await (
      await fetch(`${origin}/api/users/me/?field=uuid`, {
        headers: { Authorization: `Token ${await sandbox.signIn('owner')}` },
      })
    ).json()
    const words = 'To impersonate someone, Waldur asks for your passkey. You’re still signed in.'
    await signInToHomeport(homeport, token, { impersonation: uuid })
    await page.goto('/tokens')
    await expect(alerts(page)).toContainText(words)
    await stopActingAs(homeport)
    await expectSignedIn(page)
    await expect(tokenRow(page, 'platform-audit')).toBeVisible()

    // Started while the page is open.
    await signInToHomeport(homeport, token, { impersonation: uuid })
    const cover = page.getByRole('dialog', { name: 'Waldur asks for your passkey' })
    await expect(alerts(cover)).toContainText(words)
    await stopActingAs(homeport)
    await expect(cover).toHaveCount(0)

    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    const form = createForm(page)
    await fillCreate(form, 'kept', 'PROJECT.LIST')
    await submit(form)
    await expect(alerts(form)).toContainText('Sign in to HomePort with your passkey, then come back and try again.')
    await sandbox.signIn('staff', 'with passkey')
    await submitAndReveal(page, form)
  })
})
