import type { Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { menuItem, openPageActions, tokenRow } from './listSteps.ts'
import { alerts, expectNoSidewaysScroll } from './pageSteps.ts'
import { enterPassword, signIn } from './sessionSteps.ts'

/** The part of a token's page about what works where. */
const section = (page: Page) => page.getByRole('group', { name: 'Access' })
const table = (page: Page) => section(page).getByRole('table', { name: 'Access' })
const row = (page: Page, label: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label }) })
/** A permission of a token for one place, or for all. */
const item = (page: Page, label: string) => section(page).getByRole('listitem').filter({ hasText: label })
const mark = { name: 'Works here' }

test('an owner’s role above a project does not count for a token limited to it', async ({ page, sandbox }) => {
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  const { uuid: resource } = await sandbox.entity('resource', 'geenivaramu-arhiiv')
  const { uuid } = await sandbox.createToken('owner', {
    name: 'below',
    scopes: ['ORDER.CANCEL', 'RESOURCE.SET_STATE', 'RESOURCE.LIST'],
    allowed_scopes: [
      { type: 'project', uuid: project },
      { type: 'resource', uuid: resource },
    ],
  })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByRole('group', { name: 'To review' })).toContainText(
    'It reads Genomics but can’t use its permissions there. Your role is above it, in Tartu Ülikool.',
  )
  await expect(section(page)).toContainText('GenomicsProject in Tartu Ülikool reads, can’t use')
  await expect(item(page, 'Cancel orders')).toContainText('Reads only. Your role is above it, in Tartu Ülikool.')
  await expect(item(page, 'Set resource states')).toContainText('Waldur doesn’t ask for this on this type of place')
  await expect(item(page, 'List resources')).toContainText('Follows your role. The token makes no difference.')
  await expect(section(page)).toContainText('Genomics includes geenivaramu-arhiiv.')
  await expectAxeFindsNothing(page)
})

test('many notes are folded, so that what the token can do stays in sight', async ({ page, sandbox }) => {
  const names = ['Genomics', 'Keeletehnoloogia', 'Läänemere kliimamudel', 'Havforskning i Barentshavet']
  const projects = await Promise.all([...names, 'Nordlysobservatoriet'].map((name) => sandbox.entity('project', name)))
  const { uuid } = await sandbox.createToken('owner', {
    name: 'below five',
    scopes: ['ORDER.CANCEL'],
    allowed_scopes: projects.map((project) => ({ type: 'project', uuid: project.uuid })),
  })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  const notes = page.getByRole('group', { name: 'To review' }).getByText('Your role is above it')
  await expect(notes).toHaveCount(3)
  await page.getByRole('button', { name: 'Show all 5' }).click()
  await expect(notes).toHaveCount(5)
  await expect(page.getByRole('button', { name: 'Show fewer' })).toBeFocused()

  await menuItem(await openPageActions(page), 'Duplicate').click()
  const form = createForm(page, 'Duplicate below five')
  const same = form.getByRole('note').filter({ hasText: 'Your role is above' })
  await expect(same).toHaveCount(3)
  await form.getByRole('button', { name: 'Show all 5' }).click()
  await expect(same).toHaveCount(5)
})

test('a manager’s role on the project does, and the mark says which role it is', async ({ page, sandbox }) => {
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  const { uuid } = await sandbox.createToken('manager', {
    name: 'on it',
    scopes: ['ORDER.CANCEL'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'manager', `/tokens/${uuid}`)
  await expect(section(page)).toContainText('GenomicsProject in Tartu Ülikool 1 of 1 works')
  await expect(section(page)).toContainText('Its permissions work only in this place and inside it.')
  await item(page, 'Cancel orders').getByRole('img', mark).hover()
  await expect(page.getByRole('tooltip')).toHaveText('Through your role in Genomics')
  await expect(section(page)).toContainText('Based on your current roles. If they change, so does this, at the latest')
  await expect(page.getByRole('group', { name: 'Like every token, it can also' })).toContainText(
    'Read what you can see.',
  )
})

test('what works only inside a place is named, and a place that is deleted is marked', async ({ page, sandbox }) => {
  const { uuid: organization } = await sandbox.entity('customer', 'Tartu Ülikool')
  const { uuid: doomed } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const { uuid } = await sandbox.createToken('manager', {
    name: 'inside',
    scopes: ['PROJECT.UPDATE', 'CUSTOMER.UPDATE'],
    allowed_scopes: [
      { type: 'customer', uuid: organization },
      { type: 'project', uuid: doomed },
    ],
  })
  await sandbox.deleteEntity('project', doomed)
  await signIn(page, 'manager', `/tokens/${uuid}`)
  await expect(table(page).getByRole('columnheader')).toHaveText([
    'Permission',
    'Tartu ÜlikoolOrganization',
    'Project deleted',
  ])
  await expect(row(page, 'Update projects')).toContainText(
    'in GenomicsWorks only inside it: GenomicsThis place was deleted',
  )
  await expect(row(page, 'Update organizations')).toContainText(
    'not yoursNot in your current rolesThis place was deleted',
  )
})

test('staff need no role, with and without staff-only views', async ({ page, sandbox }) => {
  const tokens = [
    ['plain', ['ORDER.CANCEL'], 'As staff, in every organization, project and resource'],
    [
      'both',
      ['ORDER.CANCEL', 'STAFF.ACCESS'],
      /It can also use staff-only views in all of Waldur\. ?EverywhereAs staff, in every organization/,
    ],
    ['views', ['STAFF.ACCESS'], /can use staff-only views until .* It has no other permission\./],
  ] as const
  for (const [name, scopes] of tokens) await sandbox.createToken('staff', { name, scopes: [...scopes] })
  await signIn(page, 'staff')
  for (const [name, , sentence] of tokens) {
    await tokenRow(page, name).getByRole('link').click()
    await expect(page.getByRole('main')).toContainText(sentence)
    await expect(page.getByRole('main')).not.toContainText('your current roles')
    await section(page).getByRole('img', mark).first().hover()
    await expect(page.getByRole('tooltip')).toHaveText('Because you’re staff')
    await page.getByRole('link', { name: 'All tokens' }).click()
  }
})

test('staff’s places limit their token, whatever their roles', async ({ page, sandbox }) => {
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  const { uuid } = await sandbox.createToken('staff', {
    name: 'ops',
    scopes: ['ORDER.CANCEL'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'staff', `/tokens/${uuid}`)
  await expect(item(page, 'Cancel orders').getByRole('img', mark)).toBeVisible()
  await expect(section(page)).toContainText('You’re staff, so its permissions need no role in these places.')
})

test('a role that ended counts until the daily task', async ({ page, sandbox }) => {
  const { uuid: project } = await sandbox.entity('project', 'Drift og overvåking')
  const { uuid } = await sandbox.createToken('roles', {
    name: 'late',
    scopes: ['PROJECT.UPDATE'],
    allowed_scopes: [{ type: 'project', uuid: project }],
    expires_at: new Date(sandbox.now() + 30 * 86_400_000).toISOString(),
  })
  sandbox.advance(5 * 86_400_000 + 3_600_000)
  await page.clock.setFixedTime(sandbox.now())
  await signIn(page, 'roles', `/tokens/${uuid}`)
  await expect(item(page, 'Update projects').getByRole('img', mark)).toBeVisible()
  await expect(section(page)).toContainText(
    'Your role in Drift og overvåking ended 1 hour ago. It counts until Waldur’s next daily cleanup.',
  )
  await sandbox.runExpiryJob()
  await page.reload()
  await enterPassword(page, 'roles')
  await expect(item(page, 'Update projects')).toContainText('Not in your current roles')
})

test('a role that is turned off still grants its permissions, and the page says so', async ({ page }) => {
  await signIn(page, 'provider')
  await tokenRow(page, 'imaging-audit').getByRole('link').click()
  await expect(section(page).getByRole('img', mark).first()).toBeVisible()
  await expect(section(page)).toContainText(
    'Your role in Lungenbildgebung is turned off, but its permissions still work.',
  )
})

test('a permission that a role lists where Waldur doesn’t check it has no effect, but isn’t called missing', async ({
  page,
  sandbox,
}) => {
  const { uuid } = await sandbox.createToken('provider', {
    name: 'figures',
    scopes: ['SERVICE_PROVIDER.GET_STATISTICS', 'OFFERING.PAUSE'],
  })
  await signIn(page, 'provider', `/tokens/${uuid}`)
  await expect(item(page, 'View provider statistics')).toContainText('No effect with your current roles')
  await expect(page.getByRole('group', { name: 'To review' })).toContainText(
    'With your current roles, this has no effect: View provider statistics.',
  )
})

test('without the roles nothing is claimed, and they can be requested again', async ({ page, provoke, sandbox }) => {
  provoke(500)
  const { uuid } = await sandbox.createToken('owner', { name: 'somewhere', scopes: ['ORDER.CANCEL'] })
  sandbox.failNext('GET', '/api/roles/', { status: 500 })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(alerts(section(page))).toContainText(
    'Your roles couldn’t be loaded, so this page can’t tell what works.',
  )
  await expect(item(page, 'Cancel orders')).toHaveText('Cancel ordersORDER.CANCEL')
  await section(page).getByRole('button', { name: 'Try again' }).click()
  await expect(item(page, 'Cancel orders')).toContainText('in Tartu Ülikool')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('places are listed one after the other, each with its result', async ({ page, sandbox }) => {
    const places = await Promise.all([
      sandbox.entity('customer', 'Tartu Ülikool'),
      sandbox.entity('project', 'Nordlysobservatoriet'),
    ])
    const { uuid } = await sandbox.createToken('owner', {
      name: 'two',
      scopes: ['ORDER.CANCEL', 'RESOURCE.LIST', 'CALL.UPDATE'],
      allowed_scopes: places.map((place, index) => ({ type: index === 0 ? 'customer' : 'project', uuid: place.uuid })),
    })
    await signIn(page, 'owner', `/tokens/${uuid}`)
    await expect(section(page)).toContainText('1 of 2 works')
    await expect(section(page).getByText('Cancel orders', { exact: true })).toHaveCount(1)
    await section(page)
      .getByRole('button', { name: /reads, can’t use$/ })
      .click()
    await expect(section(page).getByText('Cancel orders', { exact: true })).toHaveCount(2)
    await expectNoSidewaysScroll(page)
    await expectAxeFindsNothing(page)
  })
})
