import { expect, test } from './fixtures.ts'
import { expectSaid, listen } from './heard.ts'
import { choose, openTool, searchTokens, tokenRow } from './listSteps.ts'
import { signIn } from './sessionSteps.ts'

// What a screen reader says without being asked.

test.beforeEach(async ({ context, page }) => {
  await listen(context)
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

test('a search says how many tokens it finds, once and not for each letter; sorting says the order', async ({
  page,
}) => {
  await page.getByRole('searchbox', { name: 'Search tokens' }).pressSequentially('terraform')
  await expectSaid(page, 'polite: 1 of 11 shown')
  // The same number for another search is news.
  await searchTokens(page, 'nightly')
  await expectSaid(page, 'polite: 1 of 11 shown')
  await searchTokens(page, '')
  await expectSaid(page, 'polite: 11 tokens')
  await page.getByRole('columnheader', { name: 'Token' }).getByRole('button').press('Enter')
  await expectSaid(page, 'polite: Token: ascending')
})

test('the first selected token is said, too', async ({ page }) => {
  await page.getByRole('checkbox', { name: 'Select terraform' }).press('Space')
  await expectSaid(page, 'polite: 1 selected')
  await page.getByRole('checkbox', { name: 'Select grafana-usage' }).press('Space')
  await expectSaid(page, 'polite: 2 selected')
})

test('a revocation is said after its dialog has closed', async ({ page }) => {
  const dialog = await choose(page, 'Revoke', 'terraform')
  await dialog.getByRole('button', { name: 'Revoke token' }).press('Enter')
  await expectSaid(page, 'polite: Revoked terraform')
})

test('what is found for a pasted token is said in sentences, without its buttons', async ({ page, sandbox }) => {
  const tokens = await sandbox.tokensOf('owner')
  const end = Math.floor((tokens.find(({ name }) => name === 'terraform')?.expiresAt ?? 0) / 1000)
  await openTool(page, 'Identify a token')
  const field = page.getByRole('textbox', { name: 'Token or its beginning' })
  await field.fill(`w_${end}_`)
  const said = page.getByRole('dialog').getByRole('status')
  await expect(said).toHaveText(
    /^It expires on .*, in 88 days\. One of your tokens expires in that second\. You may have pasted an earlier secret of it\.$/,
  )
  await expectSaid(page, `polite: ${await said.textContent()}`)
  await field.fill('hello')
  await expectSaid(page, 'polite: No Waldur token found in that text. Tokens start with “w_”, 10 digits and “_”.')
})
