import { expect, test } from './fixtures.ts'
import { expectTokens, openActions, openTool, searchTokens, tokenRow, tokenTable } from './listSteps.ts'
import { comeBackOnline } from './pageSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

const names = (page: Parameters<typeof tokenTable>[0]) => tokenTable(page).getByRole('rowheader').getByRole('link')

test('the search finds names, permissions, places and addresses, and cuts a whole secret to its beginning', async ({
  page,
  sandbox,
}) => {
  const { token } = await sandbox.createToken('owner', { name: 'leaky' })
  await signIn(page, 'owner')
  for (const [text, found] of [
    ['CI-Dep', 'ci-deploy'],
    ['terminate resource', 'terraform'],
    ['RESOURCE.TERMINATE', 'terraform'],
    ['genomics', 'ci-deploy'],
    ['192.0.2.44', 'nightly-backup'],
    ['norges order', 'terraform'],
  ] as const) {
    await searchTokens(page, text)
    await expect(names(page)).toHaveText([found])
    await expect(page.getByRole('status').filter({ hasText: '1 of 12 shown' })).toBeVisible()
  }
  await searchTokens(page, token)
  await expect(names(page)).toHaveText(['leaky'])
  const [prefix, seconds] = token.split('_')
  await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toHaveValue(`${prefix}_${seconds}`)
  await expect(page).toHaveURL(`/tokens?q=${prefix}_${seconds}`)
})

test('the URL holds the view, and Back undoes a filter', async ({ page }) => {
  await signIn(page, 'owner', '/tokens?q=slurm&sort=-created&columns=life.created')
  await expect(names(page)).toHaveText(['slurm-sync', 'slurm-sync'])
  await expect(tokenTable(page).getByRole('columnheader', { name: 'Where it works' })).toHaveCount(0)
  await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toHaveValue('slurm')
  await page.getByRole('button', { name: 'Revoked 2' }).click()
  await expect(page).toHaveURL('/tokens?q=slurm&show=revoked&sort=-created&columns=life.created')
  await expect(names(page)).toHaveText(['slurm-sync'])
  await expect(page.getByRole('button', { name: 'Revoked 2', pressed: true })).toBeVisible()
  await page.goBack()
  await expect(names(page)).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Revoked 2', pressed: false })).toBeVisible()
})

test('a URL with unknown values shows the whole list; a number and “true” are searched as words', async ({
  page,
  sandbox,
}) => {
  await sandbox.createToken('owner', { name: 'is-true-0042' })
  await signIn(page, 'owner', '/tokens?show=odd&ends=2027-13&sort=state&columns=name.odd&hide=bound&q=')
  await expect(names(page)).toHaveCount(12)
  await expect(tokenTable(page).getByRole('columnheader', { name: 'Token' })).toBeVisible()
  for (const text of ['true', '0042']) {
    await signIn(page, 'owner', `/tokens?q=${text}`)
    await expect(names(page)).toHaveText(['is-true-0042'])
  }
})

test('each chip counts tokens and shows only them; a view without tokens says why, and offers more', async ({
  page,
}) => {
  await signIn(page, 'owner')
  const chips = page.getByRole('group', { name: 'Filter tokens' })
  for (const [chip, found] of [
    ['Active 7', 7],
    ['Expires soon 1', 1],
    ['Not used in 90 days 2', 2],
    ['Revoked 2', 2],
    ['Expired 2', 2],
  ] as const) {
    await chips.getByRole('button', { name: chip, exact: true }).click()
    await expectTokens(page, found)
    await expect(page.getByText(`${found} of 11 shown`).first()).toBeVisible()
  }
  await searchTokens(page, 'genomics')
  await expect(page.getByText('Under “Expired”, “genomics” isn’t in any name')).toBeVisible()
  await page.getByRole('button', { name: 'Search all tokens (1 found)' }).click()
  await expect(names(page)).toHaveText(['ci-deploy'])
  await searchTokens(page, 'no such thing')
  await expect(page.getByText('“no such thing” isn’t in any name')).toBeVisible()
  await page.getByRole('button', { name: 'Show all tokens' }).click()
  await expectTokens(page, 11)
  await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toHaveValue('')
  await expect(page.getByRole('heading', { name: 'Personal access tokens' })).toBeFocused()
  const revoked = chips.getByRole('button', { name: 'Revoked 2' })
  await revoked.click()
  await expectTokens(page, 2)
  await revoked.click()
  await expectTokens(page, 11)
  await expect(chips.getByRole('button', { name: 'All 11', pressed: true })).toBeVisible()
})

test('a column sorts both ways, with missing values last; columns can be shown and hidden again', async ({ page }) => {
  await signIn(page, 'owner')
  const head = tokenTable(page).getByRole('columnheader', { name: 'Last used' })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(names(page).first()).toHaveText('ci-deploy')
  await expect(names(page).last()).toHaveText('terraform')
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(names(page).first()).toHaveText('thesis-export')
  await expect(names(page).last()).toHaveText('terraform')
  await expect(page).toHaveURL('/tokens?sort=used')
  await head.getByRole('button').click()
  await expect(names(page).first()).toHaveText('nightly-backup')

  await openTool(page, 'Columns')
  const menu = page.getByRole('menu', { name: 'Tools', description: 'Columns' })
  await menu.getByRole('menuitemcheckbox', { name: 'Created', checked: false }).click()
  await expect(page).toHaveURL('/tokens?columns=life.used.permissions.bound.created')
  await expect(page.getByText('Created', { exact: true })).toHaveCount(2)
  await menu.getByRole('menuitemcheckbox', { name: 'Created', checked: true }).click()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/tokens')
  await expect(tokenTable(page).getByRole('columnheader', { name: 'Created' })).toHaveCount(0)
})

test('a menu stays open while its row moves', async ({ page, sandbox }) => {
  for (const name of ['a', 'b']) await sandbox.createToken('norole', { name })
  const soon = new Date(sandbox.now() + 86_400_000).toISOString()
  const { uuid } = await sandbox.createToken('norole', { name: 'c', expires_at: soon })
  await signIn(page, 'norole')
  await expect(names(page).first()).toHaveText('c')
  await openActions(page, 'a')
  const headers = { Authorization: `Token ${await sandbox.signIn('norole')}` }
  await sandbox.app.request(`${tokensPath}${uuid}/`, { method: 'DELETE', headers })
  await comeBackOnline(page)
  await expect(names(page).last()).toHaveText('c')
  await expect(page.getByRole('menuitem', { name: 'Rotate' })).toBeFocused()
  await page.keyboard.press('Escape')
  await openActions(page, 'a')
  await expect(page.getByRole('menu')).toBeVisible()
})

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('the arrow keys reach all rows, and a focused row stays while the page is scrolled', async ({ page }) => {
    await signIn(page, 'owner')
    await expectTokens(page, 361)
    const link = (name: string) => tokenRow(page, name).getByRole('rowheader').getByRole('link')
    await names(page).first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(names(page).nth(1)).toBeFocused()
    await page.keyboard.press('End')
    const last = tokenTable(page).getByRole('row').and(page.locator('[aria-rowindex="362"]'))
    await expect(last.getByRole('rowheader').getByRole('link')).toBeFocused()
    await expect(last).toBeInViewport()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await expect(link('nightly-backup')).toBeFocused()

    await page.mouse.move(640, 400)
    await page.mouse.wheel(0, 12_000)
    await expect(link('nightly-backup')).not.toBeInViewport()
    await expect(link('nightly-backup')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(link('legacy-inventory')).toBeFocused()
  })

  test('loading can be stopped and continued', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signInByForm(page, 'owner')
    await page.getByRole('button', { name: 'Stop loading' }).click()
    await expect(page.getByText('100 of 361 loaded', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Load the rest' })).toBeFocused()
    release()
    await searchTokens(page, 'pipeline-00001')
    await expect(page.getByRole('heading', { name: 'No matching tokens so far' })).toBeVisible()
    await expect(page.getByText('Not all of your tokens are loaded.')).toBeVisible()
    await page.getByRole('button', { name: 'Load the rest' }).click()
    await expect(page.getByText('1 of 361 shown', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  })
})
