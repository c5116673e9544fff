import { expect, test } from './fixtures.ts'
import { expectTokens, openActions, searchTokens, tokenRow, tokenTable } from './listSteps.ts'
import { comeBackOnline } from './pageSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

const names = (page: Parameters<typeof tokenTable>[0]) => tokenTable(page).getByRole('rowheader').getByRole('link')

for (const [what, text, found] of [
  ['the name, without its accents and in any case', 'CI-Dep', ['ci-deploy']],
  ['a permission in words', 'terminate resource', ['terraform']],
  ['a permission as the API has it', 'RESOURCE.TERMINATE', ['terraform']],
  ['a bound entity', 'genomics', ['ci-deploy']],
  ['the address of the last use', '192.0.2.44', ['nightly-backup']],
  ['several words, in any order', 'norges order', ['terraform']],
] as const) {
  test(`a token is found by ${what}`, async ({ page }) => {
    await signIn(page, 'owner')
    await searchTokens(page, text)
    await expect(names(page)).toHaveText(found)
    await expect(page.getByRole('status').filter({ hasText: '1 of 11 shown' })).toBeVisible()
  })
}

test('the beginning of a secret finds its token, and a whole secret is cut to it', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'leaky' })
  await signIn(page, 'owner')
  await searchTokens(page, token)
  await expect(names(page)).toHaveText(['leaky'])
  const [prefix, seconds] = token.split('_')
  await expect(page.getByRole('textbox', { name: 'Search tokens' })).toHaveValue(`${prefix}_${seconds}`)
  await expect(page).toHaveURL(`/tokens?q=${prefix}_${seconds}`)
})

test('the view lives in the address: it can be passed on, and Back undoes a card', async ({ page }) => {
  await signIn(page, 'owner', '/tokens?q=slurm&sort=-created&hide=bound.created')
  await expect(names(page)).toHaveText(['slurm-sync', 'slurm-sync'])
  await expect(tokenTable(page).getByRole('columnheader', { name: 'Bound to' })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Search tokens' })).toHaveValue('slurm')
  await page.getByRole('button', { name: '2 Revoked' }).click()
  await expect(page).toHaveURL('/tokens?q=slurm&show=revoked&sort=-created&hide=bound.created')
  await expect(names(page)).toHaveText(['slurm-sync'])
  await expect(page.getByRole('button', { name: '2 Revoked', pressed: true })).toBeVisible()
  await page.goBack()
  await expect(names(page)).toHaveCount(2)
  await expect(page.getByRole('button', { name: '2 Revoked', pressed: false })).toBeVisible()
})

test('an address that makes no sense shows the list all the same', async ({ page }) => {
  await signIn(page, 'owner', '/tokens?show=odd&sort=colour&hide=name.odd&q=')
  await expect(names(page)).toHaveCount(11)
  await expect(tokenTable(page).getByRole('columnheader', { name: 'Token' })).toBeVisible()
})

test('a number and “true” are words to look for', async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'is-true-0042' })
  await signIn(page, 'owner', '/tokens?q=true')
  await expect(names(page)).toHaveText(['is-true-0042'])
  await page.goto('/tokens?q=0042')
  await signIn(page, 'owner', '/tokens?q=0042')
  await expect(names(page)).toHaveText(['is-true-0042'])
})

test('the cards count, and show only what they count', async ({ page }) => {
  await signIn(page, 'owner')
  const cards = page.getByRole('group', { name: 'Show only' })
  for (const [card, found] of [
    ['7 Active', 7],
    ['1 Ending within 14 days', 1],
    ['2 Unused or never used', 2],
    ['2 Expired', 2],
    ['2 Revoked', 2],
  ] as const) {
    await cards.getByRole('button', { name: card, exact: true }).click()
    await expectTokens(page, found)
    await expect(page.getByText(`${found} of 11 shown`)).toBeVisible()
  }
  await cards.getByRole('button', { name: '2 Revoked' }).click()
  await expectTokens(page, 11)
})

test('a view that lets none through says why, and how to see more', async ({ page }) => {
  await signIn(page, 'owner')
  await searchTokens(page, 'genomics')
  await page.getByRole('button', { name: '2 Expired' }).click()
  await expect(page.getByText('None of those under “Expired” has “genomics”')).toBeVisible()
  await page.getByRole('button', { name: 'Search all states: 1 found' }).click()
  await expect(names(page)).toHaveText(['ci-deploy'])
  await searchTokens(page, 'no such thing')
  await expect(page.getByText('None has “no such thing” in its name')).toBeVisible()
  await page.getByRole('button', { name: 'Show all tokens' }).click()
  await expectTokens(page, 11)
  await expect(page.getByRole('textbox', { name: 'Search tokens' })).toHaveValue('')
  await expect(page.getByRole('heading', { name: 'Personal access tokens' })).toBeFocused()
})

test('a column sorts both ways, and what it has nothing of comes last', async ({ page }) => {
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
})

test('a menu stays open while its row moves', async ({ page, sandbox }) => {
  for (const name of ['a', 'b']) await sandbox.createToken('norole', { name })
  const { uuid } = await sandbox.createToken('norole', { name: 'c' })
  await signIn(page, 'norole', '/tokens?sort=-state')
  await openActions(page, 'a')
  const headers = { Authorization: `Token ${await sandbox.signIn('norole')}` }
  await sandbox.app.request(`${tokensPath}${uuid}/`, { method: 'DELETE', headers })
  await comeBackOnline(page)
  await expect(names(page).first()).toHaveText('c')
  await expect(page.getByRole('menuitem', { name: 'Rotate' })).toBeFocused()
  await page.keyboard.press('Escape')
  await openActions(page, 'a')
  await expect(page.getByRole('menu')).toBeVisible()
})

test('columns are hidden and shown again', async ({ page }) => {
  await signIn(page, 'owner')
  await page.getByRole('button', { name: 'Columns' }).click()
  const menu = page.getByRole('menu', { name: 'Columns' })
  await menu.getByRole('menuitemcheckbox', { name: 'Created', checked: true }).click()
  await expect(page).toHaveURL('/tokens?hide=created')
  await menu.getByRole('menuitemcheckbox', { name: 'Created', checked: false }).click()
  await page.keyboard.press('Escape')
  await expect(tokenTable(page).getByRole('columnheader', { name: 'Created' })).toBeVisible()
})

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('the arrow keys go through all rows, drawn or not', async ({ page }) => {
    await signIn(page, 'owner')
    await expectTokens(page, 361)
    await names(page).first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(names(page).nth(1)).toBeFocused()
    await page.keyboard.press('End')
    const last = tokenTable(page).getByRole('row').and(page.locator('[aria-rowindex="362"]'))
    await expect(last.getByRole('rowheader').getByRole('link')).toBeFocused()
    await expect(last).toBeInViewport()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await expect(tokenRow(page, 'nightly-backup').getByRole('rowheader').getByRole('link')).toBeFocused()
  })

  test('the row that has the focus stays while one looks elsewhere', async ({ page }) => {
    await signIn(page, 'owner')
    await expectTokens(page, 361)
    const link = tokenRow(page, 'nightly-backup').getByRole('rowheader').getByRole('link')
    await link.focus()
    await page.mouse.wheel(0, 12_000)
    await expect(link).not.toBeInViewport()
    await expect(link).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(tokenRow(page, 'legacy-inventory').getByRole('rowheader').getByRole('link')).toBeFocused()
  })

  test('loading can be stopped, and goes on when asked', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signInByForm(page, 'owner')
    await page.getByRole('button', { name: 'Stop loading' }).click()
    await expect(page.getByText('100 of 361 loaded', { exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Load the others' })).toBeFocused()
    release()
    await searchTokens(page, 'pipeline-00001')
    await expect(page.getByText('Not all of your tokens are loaded.')).toBeVisible()
    await page.getByRole('button', { name: 'Load the others' }).click()
    await expect(page.getByText('1 of 361 shown', { exact: true })).toBeVisible()
  })
})
