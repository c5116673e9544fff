import { expectAccessible } from './axe.ts'
import { addressField, openCreate } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { changeNetworks } from './listSteps.ts'
import { acceptPrompts } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

test('closing a form asks once whether to discard what was entered, and so does a reload', async ({
  page,
  sandbox,
}) => {
  const prompts = acceptPrompts(page)
  const form = await openCreate(page, 'owner')
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill('half')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form.getByRole('group', { name: 'Discard what you entered?' })).toContainText(
    'Discard what you entered?',
  )
  await form.getByRole('button', { name: 'Keep editing' }).click()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('half')
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Discard' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)

  await page.reload()
  expect(prompts).toEqual([])
  await signIn(page, 'owner')
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await form.getByRole('textbox', { name: 'Name' }).fill('half')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(prompts).toEqual(['beforeunload'])
})

test('closing the dialog for networks asks too', async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'robot', allowed_networks: ['10.0.0.0/8'] })
  await signIn(page, 'owner')
  let dialog = await changeNetworks(page, 'robot')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  dialog = await changeNetworks(page, 'robot')
  await addressField(dialog).fill('192.0.2.7')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('group', { name: 'Discard what you entered?' })).toContainText(
    'Discard what you entered?',
  )
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(addressField(dialog)).toBeFocused()
  await expect(addressField(dialog)).toHaveValue('192.0.2.7')
  await page.mouse.click(5, 5)
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  expect(sent(sandbox, 'POST', /set_network_acl/)).toBe(0)
})
