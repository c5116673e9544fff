import type { Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { enterPassword, signIn } from './sessionSteps.ts'

/** The part of a token's page about what works where. */
const section = (page: Page) => page.getByRole('region', { name: 'What works where', exact: true })
const table = (page: Page) => section(page).getByRole('table', { name: 'What works where' })
const row = (page: Page, label: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label }) })
const tick = { name: 'Works here' }

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
  await expect(page.getByRole('main')).toContainText(
    /below can read Genomics \(project\) until .*\. It can’t cancel orders or set resource states there\./,
  )
  await expect(table(page).getByRole('columnheader')).toHaveText(['Permission', 'GenomicsProject'])
  await expect(row(page, 'Cancel order')).toContainText('Reads only. Your role is above it, in Tartu Ülikool.')
  await expect(row(page, 'Set state for resource')).toContainText('Waldur doesn’t ask for this on this type of place')
  await expect(row(page, 'List resource')).toContainText('Follows your role. The token makes no difference.')
  await expect(section(page)).toContainText('Genomics includes geenivaramu-arhiiv.')
  await expect(section(page).getByRole('list', { name: 'Legend' })).toHaveText(
    'role abovenot asked herefollows your role',
  )
  await expectAxeFindsNothing(page)
})

test('a manager’s role on the project does, and the tick says which role it is', async ({ page, sandbox }) => {
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  const { uuid } = await sandbox.createToken('manager', {
    name: 'on it',
    scopes: ['ORDER.CANCEL'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'manager', `/tokens/${uuid}`)
  await expect(page.getByRole('main')).toContainText(/on it can cancel orders in Genomics \(project\) until/)
  await row(page, 'Cancel order').getByRole('img', tick).hover()
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
  await expect(row(page, 'Update project')).toContainText(
    'in GenomicsWorks only inside it: GenomicsThis place was deleted',
  )
  await expect(row(page, 'Update customer')).toContainText('not yoursNot in your current rolesThis place was deleted')
})

test('staff need no role, with and without staff-only views', async ({ page, sandbox }) => {
  const tokens = [
    ['plain', ['ORDER.CANCEL'], /can cancel orders in every organization, project and resource until/],
    [
      'both',
      ['ORDER.CANCEL', 'STAFF.ACCESS'],
      /cancel orders in every .* It can also use staff-only views in all of Waldur\./,
    ],
    ['views', ['STAFF.ACCESS'], /can use staff-only views until .* It has no other permission\./],
  ] as const
  for (const [name, scopes] of tokens) await sandbox.createToken('staff', { name, scopes: [...scopes] })
  await signIn(page, 'staff')
  for (const [name, , sentence] of tokens) {
    await tokenRow(page, name).getByRole('link').click()
    await expect(page.getByRole('main')).toContainText(sentence)
    await expect(page.getByRole('main')).not.toContainText('your current roles')
    await expect(section(page).getByRole('list', { name: 'Legend' })).toHaveText('works')
    await table(page).getByRole('img', tick).first().hover()
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
  await expect(page.getByRole('main')).toContainText(
    /can cancel orders in Genomics \(project\) until .*, whatever your roles there\. It can’t use these permissions anywhere/,
  )
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
  await expect(row(page, 'Update project').getByRole('img', tick)).toBeVisible()
  await expect(section(page)).toContainText(
    'Your role in Drift og overvåking ended 1 hour ago. It counts until Waldur’s next daily cleanup.',
  )
  await sandbox.runExpiryJob()
  await page.reload()
  await enterPassword(page, 'roles')
  await expect(page.getByRole('main')).toContainText('can read everything you can see in Drift og overvåking')
})

test('a role that is turned off still grants its permissions, and the page says so', async ({ page }) => {
  await signIn(page, 'provider')
  await tokenRow(page, 'imaging-audit').getByRole('link').click()
  await expect(section(page).getByRole('img', tick).first()).toBeVisible()
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
  await expect(row(page, 'View statistics')).toContainText('No effect with your current roles')
  await expect(page.getByRole('region', { name: 'To review' })).toContainText(
    'With your current roles, these have no effect: View statistics.',
  )
})

test('without the roles nothing is claimed, and they can be requested again', async ({ page, provoke, sandbox }) => {
  provoke(500)
  const { uuid } = await sandbox.createToken('owner', { name: 'somewhere', scopes: ['ORDER.CANCEL'] })
  sandbox.failNext('GET', '/api/roles/', { status: 500 })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(section(page).getByRole('alert')).toContainText('it is not known what works where')
  await expect(section(page).getByRole('table')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(/somewhere has these permissions until .*: cancel orders\./)
  await section(page).getByRole('button', { name: 'Try again' }).click()
  await expect(row(page, 'Cancel order')).toContainText('in Tartu Ülikool')
  await expect(page.getByRole('main')).toContainText(
    'somewhere can cancel orders everywhere you have these permissions',
  )
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
    await expect(section(page).getByRole('listitem').filter({ hasText: 'Cancel order' })).toHaveCount(1)
    await section(page).getByText('reads, can’t use').click()
    await expect(section(page).getByRole('listitem').filter({ hasText: 'Cancel order' })).toHaveCount(2)
    await expectNoSidewaysScroll(page)
    await expectAxeFindsNothing(page)
  })
})
