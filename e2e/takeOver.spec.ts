import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { holdPage, PAGE_SCRIPT, renderedAll } from './pageScript.ts'
import { comeBackOnline } from './pageSteps.ts'
import { lossQuestion, revealDialog } from './revealSteps.ts'
import { coverOf, endSessionElsewhere, staySignedIn } from './sessionSteps.ts'

/** Clicks on the first such element in the window once the page has started to render. */
const clickWhileRendering = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const click = () =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .find((element) => element.getBoundingClientRect().top > 0)
        ?.click()
    const add = document.addEventListener
    // The last listener that is added before the page renders.
    document.addEventListener = (...args: Parameters<typeof add>) => {
      add.apply(document, args)
      if (args[0] === 'click') queueMicrotask(click)
    }
  }, selector)

test.describe('the page continues with what was started in the first rows', () => {
  let letCome = () => {}

  test.beforeEach(async ({ page, sandbox }) => {
    await staySignedIn(page, await sandbox.signIn('owner'))
    await holdPage(
      page,
      new Promise<void>((resolve) => {
        letCome = resolve
      }),
    )
    await page.goto('/tokens')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })

  test('a search, an order and a selection', async ({ page }) => {
    const search = page.getByRole('searchbox', { name: 'Search tokens' })
    await search.fill('deploy')
    await expect(tokenRow(page, 'terraform')).toHaveCount(0)
    const name = page.getByRole('columnheader', { name: 'Token' })
    await name.getByRole('button').click()
    const box = page.getByRole('checkbox', { name: 'Select ci-deploy', exact: true })
    await box.check()
    await search.focus()
    letCome()
    await renderedAll(page)
    await expect(search).toHaveValue('deploy')
    await expect(search).toBeFocused()
    await expect(name).toHaveAttribute('aria-sort', 'ascending')
    await expect(box).toBeChecked()
    await expect(tokenRow(page, 'terraform')).toHaveCount(0)
  })

  test('a menu stays open, and what is chosen in it opens', async ({ page }) => {
    await page.getByRole('button', { name: 'Actions for terraform', exact: true }).click()
    const item = page.getByRole('menuitem', { name: 'Rotate' })
    await expect(item).toBeFocused()
    const fetched = page.waitForResponse(PAGE_SCRIPT)
    letCome()
    await fetched
    await item.click()
    await expect(page.getByRole('dialog', { name: 'Rotate terraform' })).toBeVisible()
  })

  test('a click while the page renders takes effect in the page', async ({ page }) => {
    await clickWhileRendering(page, '[aria-label="Actions for terraform"]')
    letCome()
    await renderedAll(page)
    await expect(page.getByRole('menu', { name: 'Actions for terraform' })).toBeVisible()
  })

  test('a click that begins in the first rows and ends in the page takes effect there', async ({ page }) => {
    const link = tokenRow(page, 'terraform').getByRole('link')
    await link.hover()
    await page.mouse.down()
    letCome()
    await renderedAll(page)
    await page.mouse.up()
    await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
    await page.goBack()
    await expect(link).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Personal access tokens' })).toBeVisible()
  })

  test('a token opens, and Back returns to the list', async ({ page }) => {
    await tokenRow(page, 'terraform').getByRole('link').click()
    const heading = page.getByRole('heading', { name: 'terraform', level: 1 })
    await expect(heading).toBeVisible()
    await expect(page).toHaveURL(/\/tokens\/[0-9a-f]+/)
    letCome()
    await expect(page.getByRole('heading', { name: 'Access' })).toBeVisible()
    await expect(heading).toBeVisible()
    await page.goBack()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })

  test('a token opened from a search keeps its page', async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Search tokens' }).fill('terraform')
    await tokenRow(page, 'terraform').getByRole('link').click()
    letCome()
    await expect(page.getByRole('heading', { name: 'Access' })).toBeVisible()
    await expect(page).toHaveURL(/\/tokens\/[0-9a-f]{32}$/)
  })

  test('Back does not take a secret away from a token that was opened', async ({ page }) => {
    await tokenRow(page, 'terraform').getByRole('link').click()
    letCome()
    await page.getByRole('button', { name: 'Rotate' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate token' }).click()
    await expect(revealDialog(page)).toBeVisible()
    await page.evaluate(() => history.back())
    await expect(lossQuestion(revealDialog(page))).toBeVisible()
    await expect(page).toHaveURL(/\/tokens\/[0-9a-f]{32}$/)
  })

  test('a dialog that was chosen, and left for a token, does not open later', async ({ page }) => {
    await page.getByRole('button', { name: 'Actions for terraform', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Revoke' }).click()
    await tokenRow(page, 'ci-deploy').getByRole('link').click()
    letCome()
    await expect(page.getByRole('heading', { name: 'Access' })).toBeVisible()
    await page.getByRole('link', { name: 'All tokens' }).click()
    await renderedAll(page)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('the focus stays on a row', async ({ page }) => {
    const link = tokenRow(page, 'terraform').getByRole('link')
    await link.focus()
    letCome()
    await renderedAll(page)
    await expect(link).toBeFocused()
  })

  test('the focus stays on the head of a column', async ({ page }) => {
    const head = page.getByRole('columnheader', { name: 'Token' }).getByRole('button')
    await head.focus()
    await page.keyboard.press('Enter')
    letCome()
    await renderedAll(page)
    await expect(head).toBeFocused()
  })

  test('a session that ended is covered, even with a menu open', async ({ page, provoke }) => {
    provoke(401)
    await page.getByRole('button', { name: 'Actions for terraform', exact: true }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await endSessionElsewhere(page, 'owner')
    letCome()
    await comeBackOnline(page)
    await expect(coverOf(page)).toBeVisible()
  })

  test.describe('with more tokens than the window has room for', () => {
    test.use({ sandboxOptions: { tokens: 40 } })

    test('the place that was scrolled to', async ({ page }) => {
      await page.mouse.move(400, 500)
      await page.mouse.wheel(0, 700)
      const top = () => page.evaluate(() => scrollY)
      await expect.poll(top).toBeGreaterThan(600)
      letCome()
      await renderedAll(page)
      expect(await top()).toBeGreaterThan(600)
    })

    test('a click on the uppermost row there', async ({ page }) => {
      await page.evaluate(() => scrollTo(0, 700))
      await expect.poll(() => page.locator('.token-row').evaluateAll((rows) => rows.length)).toBeGreaterThan(40)
      await clickWhileRendering(page, '.token-name')
      letCome()
      await expect(page.getByRole('heading', { name: 'Access' })).toBeVisible()
    })
  })
})
