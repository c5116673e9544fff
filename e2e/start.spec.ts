import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { holdPage, PAGE_SCRIPT } from './pageScript.ts'
import { comeBackOnline } from './pageSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { endSessionElsewhere, staySignedIn } from './sessionSteps.ts'

/** The height of the window; rows below it render later. */
const FOLD = 800

interface Sight {
  text: string
  x: number
  y: number
  colour: string
  font: string
}

/** Every visible text of the list, with its position, colour and font. */
const look = (page: Page): Promise<Sight[]> =>
  page.getByRole('main').evaluate((main) => {
    const sights: Sight[] = []
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element?.checkVisibility({ visibilityProperty: true }) || text === '') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { x, y } = range.getBoundingClientRect()
      const { color, font } = getComputedStyle(element)
      sights.push({ text, x, y, colour: color, font })
    }
    return sights
  })

const isSame = (a: Sight, b: Sight): boolean =>
  a.text === b.text &&
  Math.abs(a.x - b.x) <= 1 &&
  Math.abs(a.y - b.y) <= 1 &&
  a.colour === b.colour &&
  a.font === b.font

const drawnAll = (page: Page) => expect(page.getByRole('button', { name: 'Create token', exact: true })).toBeVisible()

for (const { how, width, colorScheme } of [
  { how: 'as a table', width: 1280, colorScheme: 'light' },
  { how: 'as a table in the dark', width: 1280, colorScheme: 'dark' },
  { how: 'as cards', width: 360, colorScheme: 'light' },
] as const) {
  test.describe(how, () => {
    test.use({ viewport: { width, height: FOLD }, colorScheme })

    test('rows appear before the page’s script, and stay in place', async ({ page, sandbox }) => {
      await staySignedIn(page, await sandbox.signIn('owner'))
      let letCome = () => {}
      const looked = new Promise<void>((resolve) => {
        letCome = resolve
      })
      await holdPage(page, looked)
      await page.goto('/tokens')
      await expect(page.getByText('slurm-sync').first()).toBeVisible()
      // A late font would move the texts that are compared.
      await page.evaluate(() => document.fonts.ready)
      const first = await look(page)
      letCome()
      await drawnAll(page)
      const moved = async (sights: readonly Sight[]) => {
        const then = await look(page)
        return sights.filter((sight) => !then.some((other) => isSame(sight, other))).map(({ text }) => text)
      }
      // The count replaces “Loading”; rows below the fold follow later.
      expect(await moved(first.filter(({ y }) => y < FOLD))).toEqual(['Loading'])
      await expect.poll(() => moved(first)).toEqual(['Loading'])
      expect(first.length).toBeGreaterThan(80)
    })
  })
}

test('the first rows have the chosen colours', async ({ page, sandbox }) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  // Where MUI stores the choice.
  await page.addInitScript(() => localStorage.setItem('mui-mode', 'dark'))
  await holdPage(page, new Promise(() => {}))
  await page.goto('/tokens')
  await expect(page.getByText('slurm-sync').first()).toHaveCSS('color', 'rgb(231, 235, 243)')
})

test('a page that cannot load says so in place of the first rows', async ({ page, provoke, sandbox }) => {
  provoke(404)
  await staySignedIn(page, await sandbox.signIn('owner'))
  const listed = page.waitForResponse((answer) => answer.url().includes(tokensPath))
  await page.route(PAGE_SCRIPT, async (route) => {
    await listed
    await route.fulfill({ status: 404 })
  })
  await page.goto('/tokens')
  await expect(page.getByRole('alert')).toContainText('Waldur Tokens could not be loaded')
})

/** Opens an address whose first rows appear although the page's script never loads. */
async function expectFirstRows(page: Page, path: string): Promise<void> {
  await holdPage(page, new Promise(() => {}))
  await page.goto(path)
  await expect(page.getByRole('table')).toContainText('terraform')
}

/** Opens an address that shows no first rows, although everything in them has loaded. */
async function expectNoFirstRows(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('.frame table')) document.documentElement.dataset['sawRows'] = 'yes'
    }).observe(document, { childList: true, subtree: true })
  })
  const answers = ['/api/users/me/', tokensPath].map((asked) =>
    page.waitForResponse((answer) => new URL(answer.url()).pathname === asked),
  )
  await holdPage(page, Promise.all(answers))
  await page.goto(path)
  await expect(page.locator('.frame')).toHaveCount(0)
  await expect(page.locator('html[data-saw-rows]')).toHaveCount(0)
}

test.describe('first rows appear only where the page shows the same', () => {
  test('at the list’s own address', async ({ page, sandbox }) => {
    await staySignedIn(page, await sandbox.signIn('owner'))
    await expectFirstRows(page, '/tokens')
    await expectFirstRows(page, '/')
  })

  test('not at a narrowed list', async ({ page, sandbox }) => {
    await staySignedIn(page, await sandbox.signIn('owner'))
    await expectNoFirstRows(page, '/tokens?show=expired')
    await expect(page.getByRole('row').filter({ hasText: 'Active' })).toHaveCount(0)
  })

  test('not in another language than the page’s', async ({ page, sandbox }) => {
    await sandbox.setUser('owner', { preferredLanguage: 'de' })
    await staySignedIn(page, await sandbox.signIn('owner'))
    await expectNoFirstRows(page, '/tokens')
  })

  test('not for a sign-in by access token, which the page mentions first', async ({ page, sandbox }) => {
    const { token } = await sandbox.createToken('owner', { name: 'key' })
    await page.addInitScript((value) => sessionStorage.setItem('waldur-tokens.session', value), `Bearer ${token}`)
    await expectNoFirstRows(page, '/tokens')
  })

  test('not for a session that has ended', async ({ page, provoke }) => {
    provoke(401)
    await staySignedIn(page, '0'.repeat(40))
    await expectNoFirstRows(page, '/tokens')
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  })
})

/** Clicks on the first such element in the window once the page has begun to render. */
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
    const search = page.getByRole('textbox', { name: 'Search tokens' })
    await search.fill('deploy')
    await expect(tokenRow(page, 'terraform')).toHaveCount(0)
    const name = page.getByRole('columnheader', { name: 'Token' })
    await name.getByRole('button').click()
    const box = page.getByRole('checkbox', { name: 'Select ci-deploy', exact: true })
    await box.check()
    await search.focus()
    letCome()
    await drawnAll(page)
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

  test('a click while the page renders is made in the page', async ({ page }) => {
    await clickWhileRendering(page, '[aria-label="Actions for terraform"]')
    letCome()
    await drawnAll(page)
    await expect(page.getByRole('menu', { name: 'Actions for terraform' })).toBeVisible()
  })

  test('a token opens, and Back returns to the list', async ({ page }) => {
    await tokenRow(page, 'terraform').getByRole('link').click()
    const heading = page.getByRole('heading', { name: 'terraform', level: 1 })
    await expect(heading).toBeVisible()
    await expect(page).toHaveURL(/\/tokens\/[0-9a-f]+/)
    letCome()
    await expect(page.getByRole('heading', { name: 'Where it works' })).toBeVisible()
    await expect(heading).toBeVisible()
    await page.goBack()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })

  test('a token opened from a search keeps its page', async ({ page }) => {
    await page.getByRole('textbox', { name: 'Search tokens' }).fill('terraform')
    await tokenRow(page, 'terraform').getByRole('link').click()
    letCome()
    await expect(page.getByRole('heading', { name: 'Where it works' })).toBeVisible()
    await expect(page).toHaveURL(/\/tokens\/[0-9a-f]{32}$/)
  })

  test('Back does not take a secret away from a token that was opened', async ({ page }) => {
    await tokenRow(page, 'terraform').getByRole('link').click()
    letCome()
    await page.getByRole('button', { name: 'Rotate' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate token' }).click()
    await expect(revealDialog(page)).toBeVisible()
    await page.evaluate(() => history.back())
    await expect(revealDialog(page).getByRole('alert').filter({ hasText: 'cannot be shown again' })).toBeVisible()
    await expect(page).toHaveURL(/\/tokens\/[0-9a-f]{32}$/)
  })

  test('a dialog that was chosen, and left for a token, does not open later', async ({ page }) => {
    await page.getByRole('button', { name: 'Actions for terraform', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Revoke' }).click()
    await tokenRow(page, 'ci-deploy').getByRole('link').click()
    letCome()
    await expect(page.getByRole('heading', { name: 'Where it works' })).toBeVisible()
    await page.getByRole('link', { name: 'All tokens' }).click()
    await drawnAll(page)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('the focus stays on a row', async ({ page }) => {
    const link = tokenRow(page, 'terraform').getByRole('link')
    await link.focus()
    letCome()
    await drawnAll(page)
    await expect(link).toBeFocused()
  })

  test('the focus stays on the head of a column', async ({ page }) => {
    const head = page.getByRole('columnheader', { name: 'Token' }).getByRole('button')
    await head.focus()
    await page.keyboard.press('Enter')
    letCome()
    await drawnAll(page)
    await expect(head).toBeFocused()
  })

  test('a session that ended is covered, even with a menu open', async ({ origin, page, provoke, sandbox }) => {
    provoke(401)
    await page.getByRole('button', { name: 'Actions for terraform', exact: true }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await endSessionElsewhere(sandbox, origin, 'owner')
    letCome()
    await comeBackOnline(page)
    await expect(page.getByRole('dialog', { name: 'Your session ended' })).toBeVisible()
  })

  test.describe('with more tokens than the window has room for', () => {
    test.use({ sandboxOptions: { tokens: 40 } })

    test('the place that was scrolled to', async ({ page }) => {
      await page.mouse.move(400, 500)
      await page.mouse.wheel(0, 700)
      const top = () => page.evaluate(() => scrollY)
      await expect.poll(top).toBeGreaterThan(600)
      letCome()
      await drawnAll(page)
      expect(await top()).toBeGreaterThan(600)
    })

    test('a click on the uppermost row there', async ({ page }) => {
      await page.evaluate(() => scrollTo(0, 700))
      await expect.poll(() => page.locator('.token-row').evaluateAll((rows) => rows.length)).toBeGreaterThan(40)
      await clickWhileRendering(page, '.token-name')
      letCome()
      await expect(page.getByRole('heading', { name: 'Where it works' })).toBeVisible()
    })
  })
})

test('the head of a token’s page appears before the page’s script', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'opened by a link' })
  await staySignedIn(page, await sandbox.signIn('owner'))
  await holdPage(page, new Promise(() => {}))
  await page.goto(`/tokens/${uuid}`)
  await expect(page.getByRole('heading', { name: 'opened by a link', level: 1 })).toBeVisible()
})
