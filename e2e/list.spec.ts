import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, menuItem, openActions, openPageActions, tokenRow, tokenTable } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

test('the list has all of the owner’s tokens, active ones first and the earliest end on top, with their facts', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  await expect(page.getByRole('heading', { name: 'Personal access tokens', level: 1 })).toBeVisible()
  await expect(page).toHaveTitle('Personal access tokens · Waldur Tokens')
  await expect(tokenTable(page).getByRole('rowheader').getByRole('link')).toHaveText([
    'nightly-backup',
    'legacy-inventory',
    'thesis-export',
    'terraform',
    'slurm-sync',
    'ci-deploy',
    'grafana-usage',
    'spring-import',
    'conference-demo',
    'slurm-sync',
    'old-laptop',
  ])
  await expect(page.getByText('7 active. nightly-backup expires next, in 3 days.', { exact: true })).toBeVisible()
  await expect(page.getByText('11 tokens', { exact: true }).first()).toBeVisible()

  await expect(tokenRow(page, 'terraform').getByRole('cell', { name: /^Active 88 days/ })).toBeVisible()
  await expect(tokenRow(page, 'nightly-backup').getByRole('cell', { name: /^Expires soon.* 3 days/ })).toBeVisible()
  // Waldur still reports this one as active, because its clean-up job has not run yet.
  await expect(tokenRow(page, 'spring-import').getByRole('cell', { name: /^Expired 2 hours ago/ })).toBeVisible()
  await expect(tokenRow(page, 'conference-demo').getByRole('cell', { name: /^Expired .* ago/ })).toBeVisible()
  await expect(tokenRow(page, 'old-laptop').getByRole('cell', { name: /^Revoked Created/ })).toBeVisible()
  await expect(tokenRow(page, 'slurm-sync')).toHaveText([/Active/, /Revoked/])
  await expect(tokenRow(page, 'nightly-backup').getByRole('img', { name: /^Created/ })).toHaveAccessibleName(
    /^Created \d+ \w+ 20\d\d\. Last used 9 hours ago\. Expires \d+ \w+ 20\d\d\.$/,
  )

  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'ci-deploy')
  const row = tokenRow(page, 'ci-deploy')
  await expect(row.getByRole('rowheader')).toContainText(`w_${Math.floor((stored?.expiresAt ?? 0) / 1000)}`)
  await expect(row.getByRole('cell', { name: 'Orders: create 3 permissions' })).toBeVisible()
  await expect(row.getByRole('cell', { name: 'Genomics Project' })).toBeVisible()
  await expect(row.getByRole('cell', { name: '3 minutes ago 192.0.2.17' })).toBeVisible()
  const end = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Europe/Tallinn' })
  await expect(row.getByRole('cell', { name: end.format(stored?.expiresAt) })).toBeVisible()
  await expect(tokenRow(page, 'terraform').getByRole('cell', { name: 'Never used', exact: true })).toBeVisible()
  await expect(
    tokenRow(page, 'grafana-usage').getByRole('cell', { name: 'Everywhere where your roles are' }),
  ).toBeVisible()
  await expect(
    tokenRow(page, 'nightly-backup').getByRole('cell', { name: 'geenivaramu-arhiiv +1 Resources' }),
  ).toBeVisible()
  expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
})

test('nothing moves when the list has loaded', async ({ page, sandbox }) => {
  const release = sandbox.holdNext('GET', tokensPath)
  await signIn(page, 'owner')
  const place = (text: string) =>
    page.getByText(text, { exact: true }).evaluate((element) => {
      const text = document.createRange()
      text.selectNodeContents(element)
      const { x, y } = text.getBoundingClientRect()
      return [Math.round(x), Math.round(y)]
    })
  const places = () =>
    Promise.all(['Upcoming expirations', 'Not used in 90 days', 'Life', 'Permissions', 'Where it works'].map(place))
  await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const before = await places()
  release()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeHidden()
  expect(await places()).toEqual(before)
})

test('the exact time of a date shows on hover; deleted places never look like “everywhere”', async ({
  page,
  sandbox,
}) => {
  const project = await sandbox.entity('project', 'Keeletehnoloogia')
  await sandbox.createToken('owner', { name: 'orphan', allowed_scopes: [{ type: 'project', uuid: project.uuid }] })
  await sandbox.deleteEntity('project', project.uuid)
  await signIn(page, 'owner')
  for (const name of ['orphan', 'thesis-export']) {
    await expect(tokenRow(page, name).getByRole('cell', { name: 'Nowhere its project was deleted' })).toBeVisible()
  }
  await expect(
    tokenRow(page, 'legacy-inventory').getByRole('cell', { name: 'Tartu Ülikool 1 project deleted' }),
  ).toBeVisible()

  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'terraform')
  await tokenRow(page, 'terraform').getByRole('time').hover()
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(stored?.expiresAt)
  await expect(page.getByRole('tooltip')).toContainText(clock('Europe/Tallinn'))
  await expect(page.getByRole('tooltip')).toContainText(`${clock('UTC')} (UTC)`)
})

test('a global permission is marked, and an unknown permission is still named', async ({ page }) => {
  await signIn(page, 'staff')
  const row = tokenRow(page, 'platform-audit')
  await expect(row.getByRole('img', { name: /^To review: .*Global/ })).toBeVisible()
  await expect(row.getByRole('cell', { name: 'Everywhere all of Waldur' })).toBeVisible()
  await expect(tokenRow(page, 'legacy-inventory')).toContainText('Resources: list users')
})

test('without tokens the page explains them and offers to create the first', async ({ page }) => {
  await signIn(page, 'member')
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
  await expect(tokenTable(page)).toBeHidden()
  await expect(page.getByRole('img', { name: /^Your script has the secret of a token\./ })).toBeVisible()
  const form = createForm(page)
  await page.getByRole('button', { name: 'Read only' }).click()
  await expect(form.getByRole('button', { name: 'Read only', pressed: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: 'Something else' }).click()
  await expect(form.getByRole('button', { name: 'Read only', pressed: false })).toBeVisible()
})

test('a user who may not create tokens sees that, and that existing ones don’t work', async ({ page }) => {
  await signIn(page, 'noflag')
  await expect(page.getByRole('note')).toContainText('Your account isn’t allowed to create tokens')
  await expect(page.getByRole('note')).toContainText('Until then, tokens you already have don’t work.')
  await page.getByRole('button', { name: 'Copy text to send' }).click()
  await expect(page.getByRole('status', { name: 'Copying the text' })).toHaveText('Copied')
  await expect(page.getByRole('note')).toContainText(
    /I’d like to use personal access tokens: http.*\/tokens\. My Waldur username is noflag\..*“Personal access tokens” checkbox/,
  )
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await expect(tokenRow(page, 'from-before-the-flag')).toContainText('Turned off')
  const menu = await openActions(page, 'from-before-the-flag')
  await expect(menuItem(menu, 'Revoke')).toBeEnabled()
  await page.keyboard.press('Escape')
  await tokenRow(page, 'from-before-the-flag').getByRole('link').click()
  await expect(page.getByRole('note')).toContainText('Until then, tokens you already have don’t work.')
  await expect(page.getByRole('group', { name: 'Access' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Access' })).not.toContainText('work')
})

test.describe('on a Waldur server without that flag', () => {
  test.use({ sandboxOptions: { generation: '8.0.7' } })

  test('everyone may create tokens', async ({ page }) => {
    await signIn(page, 'noflag')
    await expect(tokenRow(page, 'from-before-the-flag')).toContainText('Active')
    await expect(page.getByRole('button', { name: 'Create token' })).toBeEnabled()
    await expect(page.getByRole('note')).toBeHidden()
  })
})

test.describe('with tokens turned off', () => {
  test.use({ sandboxOptions: { settings: { PAT_ENABLED: false } } })

  test('none works, and they can only be revoked', async ({ page }) => {
    await signIn(page, 'owner')
    const reason = 'You can’t create tokens while they’re turned off. Waldur would issue one that doesn’t work.'
    await expect(page.getByRole('note')).toHaveText(
      `Personal access tokens are turned offNone of them works on this Waldur server right now. You can still revoke yours. ${reason}`,
    )
    await expect(tokenRow(page, 'terraform')).toContainText('Turned off')
    await expect(tokenRow(page, 'old-laptop')).toContainText('Revoked')
    await expect(tokenTable(page)).not.toContainText('Active')
    await expect(page.getByRole('group', { name: 'Filter tokens' })).toContainText('Turned off')
    await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
    const menu = await openActions(page, 'terraform')
    await expect(menuItem(menu, 'Rotate')).toBeDisabled()
    await expect(menuItem(menu, 'Rotate')).toContainText(reason)
    await page.keyboard.press('Escape')
    const dialog = await choose(page, 'Revoke', 'terraform')
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
  })

  test('a token’s page says so instead of listing what it can do', async ({ page, sandbox }) => {
    const { uuid } = await sandbox.createToken('owner', { name: 'idle', scopes: ['ORDER.CANCEL'] })
    await signIn(page, 'owner', `/tokens/${uuid}`)
    await expect(page.getByRole('note')).toContainText('None of them works on this Waldur server right now.')
    await expect(page.getByRole('main')).toContainText('Turned off')
    const access = page.getByRole('group', { name: 'Access' })
    await expect(access.getByRole('listitem')).toHaveText(['Cancel ordersORDER.CANCEL'])
    await expect(access).not.toContainText('works')
    await expect(page.getByRole('button', { name: 'Rotate' })).toBeDisabled()
    await expect(page.getByRole('button', { name: 'Rotate' })).toHaveAccessibleDescription(
      /^You can’t create tokens while they’re turned off\./,
    )
    await expect(menuItem(await openPageActions(page), 'Revoke')).toBeEnabled()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('rows become cards with the same facts, without sideways scrolling', { tag: '@firefox' }, async ({ page }) => {
    await signIn(page, 'owner')
    const cards = page.getByRole('list', { name: 'Personal access tokens' }).getByRole('listitem')
    await expect(cards).toHaveCount(11)
    await expect(tokenTable(page)).toBeHidden()
    const card = cards.filter({ hasText: 'ci-deploy' })
    for (const fact of ['Active', 'Orders: create', 'Genomics', 'reads, can’t use', '7 months']) {
      await expect(card).toContainText(fact)
    }
    await expectNoSidewaysScroll(page)
    const dialog = await choose(page, 'Revoke', 'terraform')
    await expectNoSidewaysScroll(page)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(cards.filter({ hasText: 'terraform' })).toContainText('Revoked')
  })

  test('a long name stays inside the window', async ({ page, sandbox }) => {
    await sandbox.createToken('norole', { name: 'x'.repeat(150) })
    await signIn(page, 'norole')
    await expect(page.getByRole('link', { name: 'x'.repeat(150) })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await page.getByRole('link', { name: 'x'.repeat(150) }).click()
    await expect(page.getByRole('heading', { name: 'x'.repeat(150), level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})

test('a name that looks like markup is shown as text', async ({ page, sandbox }) => {
  const names = ['<img src=x onerror=alert(1)>', '{{count}} $t(key) [[name]]', '=HYPERLINK("x")', 'مرحبا ⟨U+202E⟩abc']
  for (const name of names) await sandbox.createToken('norole', { name: name.replace('⟨U+202E⟩', '\u202e') })
  await signIn(page, 'norole')
  for (const name of names) {
    const dialog = await choose(page, 'Revoke', name)
    await expect(dialog.getByRole('heading')).toHaveText(`Revoke ${name}`)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(page.getByRole('status').filter({ hasText: `Revoked ${name}` })).toBeVisible()
  }
  expect((await sandbox.tokensOf('norole')).filter(({ isActive }) => isActive)).toEqual([])
})
