import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { openTools, searchTokens, tokenRow } from './listSteps.ts'
import { signIn } from './sessionSteps.ts'

/** Saves a file with this menu item. @returns its name and content */
async function save(page: Page, within: Page | Locator, item: RegExp): Promise<{ name: string; text: string }> {
  await within.getByRole('button', { name: /^(Tools|Export)$/ }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  const file = await saved
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('the view is saved as a table, in its order and safe for spreadsheets', async ({ page, sandbox }) => {
  await sandbox.createToken('norole', { name: '=HYPERLINK("http://x","y")' })
  await sandbox.createToken('norole', { name: 'zeta' })
  await sandbox.createToken('norole', { name: 'other' })
  await signIn(page, 'norole', '/tokens?sort=-name')
  await expect(tokenRow(page, 'zeta')).toBeVisible()
  await searchTokens(page, 'e')
  const { name, text } = await save(page, page, /^CSV/)
  expect(name).toMatch(/^waldur-tokens-\d{4}-\d{2}-\d{2}\.csv$/)
  const lines = text.split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFF"name","status","starts_with","permissions"/)
  expect(lines[1]).toMatch(/^"zeta","active","w_\d{10}",/)
  expect(lines[3]).toMatch(/^"'=HYPERLINK\(""http/)
})

test('the JSON file is what the API returns, without a secret', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', '/tokens?q=ci-deploy')
  await expect(tokenRow(page, 'ci-deploy')).toBeVisible()
  const { text } = await save(page, page, /^JSON/)
  const [only, ...more] = JSON.parse(text)
  expect(more).toEqual([])
  expect(only).toMatchObject({
    name: 'ci-deploy',
    scopes: ['ORDER.LIST', 'ORDER.CREATE', 'RESOURCE.LIST'],
    is_active: true,
  })
  await page.goto('/tokens')
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'ci')).toBeVisible()
  expect((await save(page, page, /^JSON/)).text).not.toContain(token.slice(13))
})

test('a calendar has the end dates of active tokens, or of the selected ones, if there are any', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const all = await save(page, page, /^Calendar/)
  expect(all.name).toMatch(/\.ics$/)
  expect(all.text.match(/BEGIN:VEVENT/g)).toHaveLength(7)
  await page.getByRole('checkbox', { name: 'Select terraform' }).check()
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  const one = await save(page, bar, /^Calendar/)
  expect(one.text.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Token terraform expires'])

  await searchTokens(page, 'spring-import')
  await expect(tokenRow(page, 'terraform')).toHaveCount(0)
  await expect((await openTools(page)).getByRole('menuitem', { name: /^Calendar.*No active tokens/ })).toBeDisabled()
})
