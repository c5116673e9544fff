import { fillCreate, openCreate, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { example, openHowToUse } from './howToUseSteps.ts'
import { choose, searchTokens, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import type { Placement } from './placement.ts'
import { readSecret, rotate } from './revealSteps.ts'
import { statusOf, tokensPath } from './sandboxSteps.ts'
import { clipboardText } from './secretPlaces.ts'
import { enterPassword, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

test.describe('with the settings of an operator', () => {
  const helpLink = 'https://help.example.org/tokens'
  test.use({ placement: { config: { siteName: 'Puhuri', helpLink } } })

  test('the site is named, and help is a link away, before and after signing in', async ({ page }) => {
    await page.goto('/tokens')
    await expect(page.getByText('Puhuri')).toBeVisible()
    const help = page.getByRole('link', { name: 'Help' })
    await expect(help).toHaveAttribute('href', helpLink)
    await expect(help).toHaveAttribute('rel', 'noreferrer')
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    await expect(page.getByText('Puhuri')).toBeVisible()
    await page.getByRole('button', { name: 'Account menu' }).click()
    await expect(page.getByRole('menuitem', { name: 'Help' })).toHaveAttribute('href', helpLink)
  })
})

const wrong: [what: string, config: NonNullable<Placement['config']> | null, said: string][] = [
  ['is no JSON', '{"apiOrigin": ', 'JSON'],
  ['has a key that nobody knows', { apiOrgin: 'https://waldur.example.org' }, 'apiOrgin'],
  [
    'has a path where an origin belongs',
    { apiOrigin: 'https://waldur.example.org/api' },
    'apiOrigin: must be an origin',
  ],
  ['has a script for a link', { helpLink: 'javascript:alert(1)' }, 'helpLink'],
  ['is a list', '[]', 'expected object'],
  ['is missing', null, '404'],
]
for (const [what, config, said] of wrong) {
  test.describe(`config.json ${what}`, () => {
    test.use({ placement: { config } satisfies Placement })

    row('row 60: that is said, and nothing is asked of Waldur', async ({ page, provoke, sandbox }) => {
      if (config === null) provoke(404)
      await page.goto('/tokens')
      await expect(page.getByRole('heading', { name: 'The settings of this page cannot be read' })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('/config.json:')
      await expect(page.getByRole('main')).toContainText(said)
      expect(sandbox.requests).toEqual([])
    })
  })
}

const exposures: [what: string, exposed: string[]][] = [
  ['that shows all headers', ['Link', 'X-Result-Count', 'Date', 'Retry-After']],
  ['that shows none', []],
]
for (const [what, exposed] of exposures) {
  test.describe(`with Waldur on another origin ${what}`, () => {
    test.use({
      placement: { isCrossOrigin: true },
      sandboxOptions: { settings: { CORS_EXPOSED: exposed }, tokens: 230 },
    })

    test('all tokens are listed; one is created, rotated and revoked', async ({
      api,
      origin,
      page,
      provoke,
      sandbox,
    }) => {
      // Without a count only "Invalid page." ends the list.
      if (exposed.length === 0) provoke(404)
      expect(api).not.toBe(origin)
      const form = await openCreate(page, 'owner')
      await fillCreate(form, 'from afar', 'PROJECT.LIST')
      const dialog = await submitAndReveal(page, form)
      const first = await readSecret(page)
      await openHowToUse(dialog)
      expect(await example(dialog, 'GitLab CI')).toContain(api)
      await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
      await dialog.getByRole('button', { name: 'Done' }).click()
      await expect(page.getByText('242 in all')).toBeVisible()

      const reveal = await rotate(page, 'from afar')
      const second = await readSecret(page)
      await reveal.getByRole('checkbox', { name: 'I have stored it' }).check()
      await reveal.getByRole('button', { name: 'Done' }).click()
      expect([await statusOf(api, `Bearer ${first}`), await statusOf(api, `Bearer ${second}`)]).toEqual([401, 200])
      await searchTokens(page, 'terraform')
      const question = await choose(page, 'Revoke', 'terraform')
      await question.getByRole('button', { name: 'Revoke token' }).click()
      await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
      const keys = sandbox.requests.map(({ key }) => key)
      expect(new Set(keys), 'Waldur’s CORS rules refuse an Idempotency-Key').toEqual(new Set([null]))
    })
  })
}

test.describe('with Waldur on another origin that does not allow this one', () => {
  test.use({
    placement: { isCrossOrigin: true },
    sandboxOptions: { settings: { CORS_ORIGIN: 'https://homeport.example.org' } },
  })

  row('row 13: both reasons are named, for the browser tells nobody which', async ({ api, page, provoke }) => {
    provoke('broken connection', 'cross-origin')
    await page.goto('/tokens')
    await enterPassword(page, 'owner')
    await expect(page.getByRole('alert')).toContainText(
      `Waldur at ${api} cannot be reached: it may be down, or not allow this page.`,
    )
    await expectSignedOut(page)
  })
})

test.describe('with a clock of its own, on another origin that hides the time', () => {
  test.use({
    placement: { isCrossOrigin: true },
    sandboxOptions: { settings: { CORS_EXPOSED: [] }, now: Date.now() + 3 * 3_600_000 },
  })

  test('the clock is learnt from the first token that Waldur dates', async ({ page, provoke }) => {
    // Without a count only "Invalid page." ends the list.
    provoke(404)
    const form = await openCreate(page, 'owner')
    await expect(page.getByText('clock is')).toHaveCount(0)
    await fillCreate(form, 'dated', 'PROJECT.LIST')
    const dialog = await submitAndReveal(page, form)
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('This computer’s clock is 3 hours behind Waldur’s.')).toBeVisible()
  })
})

test.describe('under a path', () => {
  test.use({ placement: { base: '/portal/' } })

  test('every page has an address there, and a reload finds it again', async ({ origin, page, sandbox }) => {
    const [token] = await sandbox.tokensOf('manager')
    await page.goto('/portal/')
    await page.getByRole('checkbox', { name: 'Stay signed in in this tab' }).check()
    await enterPassword(page, 'manager')
    await expect(page).toHaveURL(`${origin}/portal/tokens`)
    await tokenRow(page, 'sequencer-upload').getByRole('link').click()
    await expect(page).toHaveURL(`${origin}/portal/tokens/${token?.uuid}`)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'sequencer-upload' })).toBeVisible()
    await page.getByRole('link', { name: 'Waldur Tokens' }).click()
    await expect(page).toHaveURL(`${origin}/portal/tokens`)
    const mark = page.getByRole('link', { name: 'Waldur Tokens' }).locator('img')
    expect(await mark.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    expect(sandbox.requests.filter(({ path }) => path.startsWith('/portal'))).toEqual([])
    expect(sandbox.requests.some(({ path }) => path === tokensPath)).toBe(true)
  })

  test('a request link leads there', async ({ origin, page }) => {
    await page.goto('/portal/tokens')
    await enterPassword(page, 'owner')
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('asked for')
    await page.getByRole('button', { name: 'Copy request link' }).click()
    await expect(page.getByText('Copied. Whoever opens it')).toBeVisible()
    const link = await clipboardText(page)
    expect(link).toContain(`${origin}/portal/tokens/new#`)
    await page.goto(link)
    await enterPassword(page, 'owner')
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('asked for')
  })
})
