import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { placeRow, placeSearch, submit } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, onBothGenerations, test } from './fixtures.ts'
import { choose, openActions, tokenRow } from './listSteps.ts'
import { alerts, comeBackOnline } from './pageSteps.ts'
import { readSecret, revealDialog, storeAndClose } from './revealSteps.ts'
import { statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const DAY = 86_400_000

async function duplicate(page: Page, name: string): Promise<Locator> {
  const menu = await openActions(page, name)
  await menu.getByRole('menuitem', { name: 'Duplicate' }).click()
  const form = createForm(page, `Duplicate ${name}`)
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused()
  return form
}

test('a copy has the permissions, places and networks of the original, and its own secret', async ({
  origin,
  page,
  sandbox,
}) => {
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const like = {
    scopes: ['PROJECT.LIST', 'ORDER.LIST'],
    allowed_scopes: [{ type: 'project', uuid }],
    allowed_networks: ['127.0.0.0/8'],
  }
  const old = await sandbox.createToken('owner', { name: 'ci', ...like })
  await signIn(page, 'owner')
  const form = await duplicate(page, 'ci')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('ci copy')
  await expect(placeRow(form, 'Läänemere kliimamudel')).toBeVisible()
  await expect(form).toContainText(
    'ci copy will be able to read everything you can see in Läänemere kliimamudel (project)',
  )
  await expectAccessible(page)
  await submit(form)
  const secret = await readSecret(page)
  await storeAndClose(page)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
  expect(await statusOf(origin, `Bearer ${old.token}`)).toBe(200)
  const tokens = await sandbox.tokensOf('owner')
  const [first, copy] = ['ci', 'ci copy'].map((name) => tokens.find((token) => token.name === name))
  expect(copy).toMatchObject({ scopes: first?.scopes, bindings: first?.bindings, networks: first?.networks })
})

test('a draft that the token is limited to is shown in the copy', async ({ page, provoke, sandbox }) => {
  // The public list doesn't have it; the managers' list does.
  provoke(404)
  for (const [type, place] of [
    ['offering', 'Quantum Testbed'],
    ['call', 'HPC sügisvoor 2026'],
  ] as const) {
    const { uuid } = await sandbox.entity(type, place)
    await sandbox.createToken('staff', { name: type, scopes: ['OFFERING.UPDATE'], allowed_scopes: [{ type, uuid }] })
  }
  await signIn(page, 'staff')
  for (const name of ['offering', 'call']) {
    const form = await duplicate(page, name)
    await expect(form.getByRole('list', { name: 'Selected places' })).toContainText(/(Offering|Call) of Tartu Ülikool/)
    await expect(form.getByRole('note').filter({ hasText: /You can’t see th(is|ese)/ })).toHaveCount(0)
    await form.getByRole('button', { name: 'Cancel' }).click()
  }
})

test('a replacement ends later, and the old token can be revoked once the new one was used', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  const ends = new Date(sandbox.now() + 60 * DAY).toISOString()
  const old = await sandbox.createToken('owner', { name: 'ci', expires_at: ends })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Replace', 'ci')
  // The first preset that ends later.
  await expect(dialog.getByRole('radio', { name: '90 days' })).toBeChecked()
  await expect(
    dialog.getByRole('img', { name: /^Both work for 60 days\. Old secret until .*2027, new secret until/ }),
  ).toBeVisible()
  await expect(dialog).toContainText('a later expiration')
  await dialog.getByRole('radio', { name: '30 days' }).check()
  await expect(dialog).toContainText('an earlier expiration')
  await dialog.getByRole('radio', { name: '180 days' }).check()
  await dialog.getByRole('button', { name: 'Change more' }).click()
  const form = createForm(page, 'Replace ci')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('ci')
  await expect(form.getByRole('note').first()).toContainText('ci keeps working until')
  await expect(form.getByLabel('Date and time')).toHaveValue(/^2027-/)
  await page.keyboard.press('Escape')

  await choose(page, 'Replace', 'ci')
  await expectAccessible(page)
  // A limit that turns out only now is the choice, and is named.
  provoke(400)
  sandbox.settings.PAT_MAX_LIFETIME_DAYS = 75
  await dialog.getByRole('button', { name: 'Create replacement' }).click()
  await expect(dialog.getByRole('radio', { name: /^75 days/ })).toBeChecked()
  const alert = alerts(dialog)
  await expect(alert).toContainText('75 days')
  // The limit of tokens is reached, and one click makes room.
  sandbox.settings.PAT_MAX_TOKENS_PER_USER = 9
  await dialog.getByRole('button', { name: 'Create replacement' }).click()
  await expect(alert).toContainText('reached. spring-import has expired but still counts.')
  await alert.getByRole('button', { name: 'Revoke spring-import' }).click()
  await expect(alert).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Create replacement' }).click()
  const secret = await readSecret(page)
  await expect(revealDialog(page)).toContainText('The old ci works until')
  await storeAndClose(page)
  await expect(tokenRow(page, 'ci')).toHaveText([/Active/, /Active/])
  await tokenRow(page, 'ci').first().getByRole('link').click()
  const notice = page.getByRole('listitem').filter({ hasText: 'A newer token with this name' })
  await expect(notice).toContainText('hasn’t been used yet. Keep this one')
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
  await comeBackOnline(page)
  await expect(notice).toContainText('You can revoke this one.')
  await notice.getByRole('link', { name: 'View newer token' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await expect(notice).toBeHidden()

  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(tokenRow(page, 'ci')).toHaveCount(2)
  await comeBackOnline(page)
  const offer = page.getByRole('note').filter({ hasText: 'A newer ci was used' })
  await offer.getByRole('button', { name: 'Revoke old token' }).click()
  const question = page.getByRole('dialog', { name: 'Revoke ci' })
  await question.getByRole('button', { name: 'Revoke token' }).click()
  await expect(question).toBeHidden()
  await expect(offer).toBeHidden()
  expect(await statusOf(origin, `Bearer ${old.token}`)).toBe(401)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
})

test('what can’t be copied is named, and a limited token never becomes an unlimited one', async ({ page, sandbox }) => {
  const bound = (uuid: string) => ({ allowed_scopes: [{ type: 'project', uuid }] })
  const [kept, deleted] = [
    await sandbox.entity('project', 'Läänemere kliimamudel'),
    await sandbox.entity('project', 'Genomics'),
  ]
  await sandbox.createToken('owner', { name: 'ci', ...bound(kept.uuid) })
  await sandbox.createToken('owner', { name: 'orphan', ...bound(deleted.uuid) })
  await sandbox.deleteEntity('project', deleted.uuid)
  await signIn(page, 'owner')

  // The name of a place, once known, changes nothing that is typed meanwhile.
  const release = sandbox.holdNext('GET', `/api/projects/${kept.uuid}/`)
  const form = await duplicate(page, 'ci')
  const field = placeSearch(form)
  await field.fill('geno')
  release()
  await expect(placeRow(form, 'Läänemere kliimamudel')).toContainText('Project in Tartu Ülikool')
  await expect(field).toHaveValue('geno')
  await expect(field).toBeFocused()
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form).toBeHidden()

  const copy = await duplicate(page, 'orphan')
  await expect(copy.getByText('Not copied: a deleted project.')).toBeVisible()
  await submit(copy)
  await expect(copy).toContainText('Add at least one place')
  expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'orphan copy')).toEqual([])
})

// Before 8.1.2 Waldur offers every permission there is, held or not.
onBothGenerations(() => {
  test('permissions that the user no longer holds are named before Waldur rejects them', async ({ page, sandbox }) => {
    await sandbox.createToken('owner', { name: 'ci', scopes: ['PROJECT.LIST', 'CUSTOMER.CREATE'] })
    await signIn(page, 'owner')
    const form = await duplicate(page, 'ci')
    const notice = form.getByRole('note').filter({ hasText: 'You don’t have this permission' })
    await expect(notice).toContainText('CUSTOMER.CREATE')
    await notice.getByRole('button', { name: 'Remove it' }).click()
    await expect(notice).toBeHidden()
    await submit(form)
    await readSecret(page)
    await storeAndClose(page)
    expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'ci copy')?.scopes).toEqual(['PROJECT.LIST'])
  })
})
