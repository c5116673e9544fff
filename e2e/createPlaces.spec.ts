import type { Locator, Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  addPlace,
  expectSelected,
  fillCreate,
  findPermission,
  limitToEntities,
  openCreate,
  openFilled,
  openPlaces,
  placeRow,
  placeSearch,
  removePlace,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { alerts } from './pageSteps.ts'
import { readSecret } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'

/** The status of Waldur's response when this token changes this project. */
const rename = async (origin: string, secret: string, { uuid, name }: { uuid: string; name: string }) => {
  const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' }
  const response = await fetch(`${origin}/api/projects/${uuid}/`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ name }),
  })
  return response.status
}

/** Opens the form with these permissions and one place, which is found by the typed text. */
async function limitedTo(page: Page, user: string, scopes: string[], typed: string, name: string, type = '') {
  const form = await openCreate(page, user)
  await form.getByRole('textbox', { name: 'Name' }).fill('bound')
  for (const scope of scopes) await selectPermission(form, scope)
  await limitToEntities(form)
  return { form, row: await addPlace(form, typed, name, type) }
}

const group = (form: Locator, name: string) => form.getByRole('group', { name, exact: true }).getByRole('option')

test.describe('on an older Waldur, which offers every permission', () => {
  test.use({ sandboxOptions: { generation: '8.0.9' } })

  test('a place below the user’s role shows what works there, and one click picks the better one', async ({
    origin,
    page,
    sandbox,
  }) => {
    const project = await sandbox.entity('project', 'Läänemere kliimamudel')
    const { form, row } = await limitedTo(page, 'owner', ['PROJECT.UPDATE'], 'kliima', project.name)
    await expect(row.getByText('reads, can’t use')).toBeVisible()
    await expect(form.getByRole('note')).toContainText(
      'Your role is above Läänemere kliimamudel, in Tartu Ülikool. It doesn’t count for a token limited to Läänemere kliimamudel.',
    )
    await expectAxeFindsNothing(page)
    await form.getByRole('button', { name: 'Limit to Tartu Ülikool instead' }).click()
    const better = placeRow(form, 'Tartu Ülikool')
    await expect(better).toContainText('Organization')
    await expect(better.getByText('1 of 1 works')).toBeVisible()
    await expect(form.getByRole('note')).toHaveCount(0)
    await expect(row).toHaveCount(0)
    await expect(placeSearch(form)).toBeFocused()
    await submitAndReveal(page, form)
    expect(await rename(origin, await readSecret(page), project)).toBe(200)
    const bound = { scopes: ['PROJECT.UPDATE'], allowed_scopes: [{ type: 'project', uuid: project.uuid }] }
    const below = await sandbox.createToken('owner', { name: 'below', ...bound })
    expect(await rename(origin, below.token, project)).toBe(403)
  })
})

test('the places of the user’s roles come first, at once, and then what is inside them', async ({ page, sandbox }) => {
  const release = sandbox.holdNext('GET', '/api/projects/')
  const form = await openCreate(page, 'owner')
  await limitToEntities(form)
  const field = placeSearch(form)
  await field.click()
  // They have no verdict before a permission is chosen.
  await expect(group(form, 'Your roles are here').first()).toHaveAccessibleName('Tartu Ülikool, Organization')
  await field.press('Escape')
  await fillCreate(form, 'bound', 'PROJECT.UPDATE')
  await field.click()
  await expect(group(form, 'Your roles are here')).toHaveText([/^Tartu Ülikool/, /^UiT Norges arktiske universitet/])
  await expect(group(form, 'Your roles are here').first()).toHaveAccessibleName(
    'Tartu Ülikool, Organization, 1 of 1 works',
  )
  await expect(form.getByRole('group', { name: 'Inside them' })).toHaveCount(0)
  release()
  const inside = group(form, 'Inside them')
  await expect(inside.filter({ hasText: 'Läänemere kliimamudel' }).first()).toHaveAccessibleName(
    'Läänemere kliimamudel, Project in Tartu Ülikool, your role is above it, reads, can’t use',
  )
  await expect(inside.filter({ hasText: 'Resource in ' }).first()).toHaveAccessibleName(/not asked here$/)
  // The list covers a part of what is below it.
  await expectAxeFindsNothing(page, ['target-size'])
  // A search filters them too, and a chosen one is marked.
  await field.fill('ulikool')
  await expect(group(form, 'Your roles are here')).toHaveText([/^Tartu Ülikool/])
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(group(form, 'Your roles are here')).toHaveAccessibleName(
    'Tartu Ülikool, Organization, added, 1 of 1 works',
  )
})

test('of the places where all permissions work, the narrowest comes first', async ({ page, sandbox }) => {
  const organization = await sandbox.entity('customer', 'Sigma2 AS')
  const project = await sandbox.entity('project', 'Drift og overvåking')
  await sandbox.setRoles('member', [
    { permissions: ['PROJECT.UPDATE'], type: 'customer', uuid: organization.uuid },
    { permissions: ['PROJECT.UPDATE'], type: 'project', uuid: project.uuid },
  ])
  const { form, field } = await openPlaces(page, 'member', 'PROJECT.UPDATE')
  await field.click()
  await expect(group(form, 'Your roles are here')).toHaveText([/^Drift og overvåking/, /^Sigma2 AS/])
})

test('what would not work in a place is named before it is sent, with a better choice', async ({ page, sandbox }) => {
  const other = await sandbox.entity('customer', 'Sigma2 AS')
  const [project, elsewhere] = [
    await sandbox.entity('project', 'Mécanique céleste'),
    await sandbox.entity('project', 'Keeletehnoloogia'),
  ]
  await sandbox.setRoles('member', [
    { permissions: ['PROJECT.UPDATE'], type: 'customer', uuid: other.uuid },
    { permissions: ['PROJECT.UPDATE'], type: 'project', uuid: project.uuid },
    { permissions: ['ORDER.CANCEL'], type: 'project', uuid: elsewhere.uuid },
  ])
  const organization = 'École normale supérieure de Besançon'
  const { form, field } = await openPlaces(page, 'member', 'PROJECT.UPDATE')
  const rejection = 'Waldur rejects this place: your roles are inside it, in Mécanique céleste'
  await field.fill('besan')
  await expect(form.getByRole('option', { name: `${organization}, Organization` })).toHaveAccessibleName(
    `${organization}, Organization, ${rejection}, none works`,
  )
  await addPlace(form, 'besan', organization, 'Organization')
  const remove = removePlace(form, organization)
  await expect(remove).toHaveAccessibleDescription(rejection)
  await submit(form)
  await expect(remove).toBeFocused()
  await expect(remove).toHaveAccessibleDescription(rejection)
  await expect(alerts(form)).toContainText(`Check this field: ${organization}.`)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await expectAxeFindsNothing(page)
  await form.getByRole('button', { name: 'Limit to Mécanique céleste instead' }).click()
  const row = placeRow(form, 'Mécanique céleste')
  await expect(row.getByText('1 of 1 works')).toBeVisible()

  await selectPermission(form, 'ORDER.CANCEL')
  await expect(row.getByText('1 of 2 works')).toBeVisible()
  await expect(form.getByRole('note')).toContainText(
    'You don’t have this permission in Mécanique céleste: Cancel orders.',
  )
  const useless = form.getByRole('button', { name: 'Remove it', exact: true })
  await expect(useless).toBeVisible()
  // It works in the second place, so it isn't to be removed because of the first.
  await addPlace(form, 'keele', 'Keeletehnoloogia')
  await expect(useless).toHaveCount(0)
  await removePlace(form, 'Keeletehnoloogia').click()
  await useless.click()
  await expect(form.getByRole('searchbox', { name: 'Search permissions' })).toBeFocused()
  await expect(row.getByText('1 of 1 works')).toBeVisible()
  await expectSelected(form, ['PROJECT.UPDATE'])
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('member')).at(-1)?.bindings).toEqual([{ type: 'project', uuid: project.uuid }])
})

test('a place with permissions that work only inside it names where, and one click limits the token to that', async ({
  page,
  sandbox,
}) => {
  const organization = await sandbox.entity('customer', 'Sigma2 AS')
  const project = await sandbox.entity('project', 'Drift og overvåking')
  await sandbox.setRoles('member', [
    { permissions: ['PROJECT.LIST'], type: 'customer', uuid: organization.uuid },
    { permissions: ['PROJECT.UPDATE', 'ORDER.CANCEL'], type: 'project', uuid: project.uuid },
  ])
  const scopes = ['PROJECT.LIST', 'PROJECT.UPDATE', 'ORDER.CANCEL']
  const { form, row } = await limitedTo(page, 'member', scopes, 'sigma', 'Sigma2 AS', 'Organization')
  await expect(row.getByText('2 of 2 work')).toBeVisible()
  await expect(form.getByRole('note')).toContainText(
    'In Sigma2 AS, these work only inside Drift og overvåking: Update projects and Cancel orders.',
  )
  await placeSearch(form).fill('sigma')
  await expect(group(form, 'Your roles are here').last()).toHaveAccessibleName(
    'Sigma2 AS, Organization, 2 work only inside: Drift og overvåking, added, 2 of 2 work',
  )
  await placeSearch(form).press('Escape')
  await form.getByRole('button', { name: 'Limit to Drift og overvåking instead' }).click()
  await expect(placeRow(form, 'Drift og overvåking')).toBeVisible()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('member')).at(-1)?.bindings).toEqual([{ type: 'project', uuid: project.uuid }])
})

test('a role that has ended comes with a warning that it counts only for a while', async ({ page }) => {
  const { form, row } = await limitedTo(page, 'provider', ['RESOURCE.UPDATE'], 'korpus', 'Hölderlin-Korpus')
  await expect(row.getByText('1 of 1 works')).toBeVisible()
  await expect(form).toContainText(/Your role in Hölderlin-Korpus ended .* ago\. It counts until Waldur’s next daily/)
})

test('a resource, where Waldur checks nothing, offers its project', async ({ page }) => {
  const { form, row } = await limitedTo(page, 'manager', ['ORDER.CANCEL'], 'variant', 'variant-calling')
  await expect(row.getByText('not asked here')).toBeVisible()
  await expect(form.getByRole('note')).toContainText(
    'Waldur asks for this permission on the project, not on a resource, so it doesn’t work in variant-calling.',
  )
  await form.getByRole('button', { name: 'Limit to Genomics (project) instead' }).click()
  await expect(placeRow(form, 'Genomics').getByText('1 of 1 works')).toBeVisible()
})

test('permissions without effect in the chosen places, and places inside another, say so', async ({ page }) => {
  const { form } = await limitedTo(page, 'owner', ['PROJECT.UPDATE'], 'kliima', 'Läänemere kliimamudel')
  await expect(await findPermission(form, 'ORDER.CANCEL')).toHaveAccessibleDescription(
    /^Reads only\. Your role is above it, in Tartu Ülikool\./,
  )
  await expect(await findPermission(form, 'PROJECT.LIST')).toHaveAccessibleDescription(
    'Changes nothing, because your role decides which projects it lists',
  )
  await expect(await findPermission(form, 'OFFERING.ARCHIVE_PLAN')).toHaveAccessibleDescription(
    /Waldur doesn’t ask for this on this type of place /,
  )

  await addPlace(form, 'keele', 'Keeletehnoloogia')
  // Each place has this note, the second one once its roles are known.
  await form.getByRole('button', { name: 'Limit to Tartu Ülikool instead' }).first().click()
  const inner = placeRow(form, 'Keeletehnoloogia')
  await expect(form.getByRole('note')).toHaveText(/^Tartu Ülikool includes Keeletehnoloogia\./)
  await form.getByRole('note').getByRole('button', { name: 'Remove Keeletehnoloogia' }).click()
  await expect(inner).toHaveCount(0)
  await expect(placeSearch(form)).toBeFocused()
})

test('roles that can’t be read lead to no verdict, and can be requested again', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', '/api/roles/', { status: 500, times: 99 })
  const form = await openFilled(page, 'owner', 'bound', 'PROJECT.UPDATE')
  const note = form.getByRole('note').filter({ hasText: 'One of your roles couldn’t be read' })
  await expect(note).toBeVisible()
  await expect(form).not.toContainText('With your current roles')
  const before = sent(sandbox, 'GET', '/api/roles/')
  await note.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => sent(sandbox, 'GET', '/api/roles/')).toBeGreaterThan(before)
  await submitAndReveal(page, form)
})
