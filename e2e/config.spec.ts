import { fillCreate, openCreate, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { example } from './howToUseSteps.ts'
import { choose, searchTokens, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { acceptPrompts, alerts } from './pageSteps.ts'
import type { Placement } from './placement.ts'
import { readSecret, rotate, storeAndClose } from './revealSteps.ts'
import { statusOf, tokensPath } from './sandboxSteps.ts'
import { clipboardText } from './secretPlaces.ts'
import { enterPassword, expectSignedIn, expectSignedOut, signIn } from './sessionSteps.ts'

test.describe('with the settings of an operator', () => {
  const helpLink = 'https://help.example.org/tokens'
  test.use({ placement: { config: { siteName: 'Puhuri', helpLink } } })

  test('the name of the site and the link to help are there before and after signing in', async ({ page }) => {
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

const wrong: [what: string, config: NonNullable<Placement['config']> | null, problem: string][] = [
  ['has an unknown key', { apiOrgin: 'https://waldur.example.org' }, 'apiOrgin'],
  ['is missing', null, '404'],
]
for (const [what, config, problem] of wrong) {
  test.describe(`config.json ${what}`, () => {
    test.use({ placement: { config } satisfies Placement })

    row('row 60: the page says so, and requests nothing from Waldur', async ({ page, provoke, sandbox }) => {
      if (config === null) provoke(404)
      await page.goto('/tokens')
      await expect(page.getByRole('heading', { name: 'Can’t read this page’s configuration' })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('/config.json:')
      await expect(page.getByRole('main')).toContainText(problem)
      expect(sandbox.requests).toEqual([])
    })
  })
}

test.describe('with Waldur on another origin that exposes its headers', () => {
  test.use({
    placement: { isCrossOrigin: true },
    sandboxOptions: {
      settings: { CORS_EXPOSED: ['Link', 'X-Result-Count', 'Date', 'Retry-After'] },
      tokens: 230,
      now: Date.now() + 3 * 3_600_000,
    },
  })

  test('all tokens are listed, and the clocks are compared', async ({ api, origin, page }) => {
    expect(api).not.toBe(origin)
    await signIn(page, 'owner')
    await expect(page.getByText('241 tokens', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('This computer’s clock is 3 hours behind Waldur’s.')).toBeVisible()
  })
})

test.describe('with Waldur on another origin that exposes no header, and another clock', () => {
  test.use({
    placement: { isCrossOrigin: true },
    sandboxOptions: { settings: { CORS_EXPOSED: [] }, tokens: 230, now: Date.now() + 3 * 3_600_000 },
  })

  test('all tokens are listed; one is created, which tells the time there, rotated and revoked', async ({
    api,
    page,
    provoke,
    sandbox,
  }) => {
    // Without a count only "Invalid page." ends the list.
    provoke(404)
    const form = await openCreate(page, 'owner')
    await expect(page.getByText('clock is')).toHaveCount(0)
    await fillCreate(form, 'from afar', 'PROJECT.LIST')
    const dialog = await submitAndReveal(page, form)
    const first = await readSecret(page)
    expect(await example(dialog, 'GitLab CI')).toContain(api)
    await storeAndClose(page)
    await expect(page.getByText('242 tokens', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('This computer’s clock is 3 hours behind Waldur’s.')).toBeVisible()

    await rotate(page, 'from afar')
    const second = await readSecret(page)
    await storeAndClose(page)
    expect([await statusOf(api, `Bearer ${first}`), await statusOf(api, `Bearer ${second}`)]).toEqual([401, 200])
    await searchTokens(page, 'terraform')
    const question = await choose(page, 'Revoke', 'terraform')
    await question.getByRole('button', { name: 'Revoke token' }).click()
    await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
    const keys = sandbox.requests.map(({ key }) => key)
    expect(new Set(keys), 'Waldur’s CORS rules reject an Idempotency-Key').toEqual(new Set([null]))
  })
})

test.describe('with Waldur on another origin that does not allow this one', () => {
  test.use({
    placement: { isCrossOrigin: true },
    sandboxOptions: { settings: { CORS_ORIGIN: 'https://homeport.example.org' } },
  })

  row(
    'row 13: both possible reasons are named, because the browser doesn’t tell which',
    async ({ api, page, provoke }) => {
      provoke('broken connection', 'cross-origin')
      await page.goto('/tokens')
      await enterPassword(page, 'owner')
      await expect(alerts(page)).toContainText(`Can’t reach Waldur at ${api}. It may be down or not allow this page.`)
      await expectSignedOut(page)
    },
  )
})

test.describe('under a path', () => {
  test.use({ placement: { base: '/portal/' } })

  test('every page, also one opened by a request link, has its URL there and survives a reload', async ({
    origin,
    page,
    sandbox,
  }) => {
    const [token] = await sandbox.tokensOf('manager')
    await page.goto('/portal/')
    await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
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

    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('requested')
    await page.getByRole('button', { name: 'Copy request link' }).click()
    await expect(page.getByText('Copied. The link opens this form')).toBeVisible()
    const link = await clipboardText(page)
    expect(link).toContain(`${origin}/portal/tokens/new#`)
    acceptPrompts(page)
    await page.goto(link)
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('requested')
  })
})
