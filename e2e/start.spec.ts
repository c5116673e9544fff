import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { holdPage, PAGE_SCRIPT, renderedAll } from './pageScript.ts'
import { alerts } from './pageSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { staySignedIn } from './sessionSteps.ts'

/** The height of the window; rows below it render later. */
const FOLD = 800

interface Sight {
  text: string
  x: number
  y: number
  color: string
  font: string
}

/** Every visible text of the list, with its position, color and font. */
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
      sights.push({ text, x, y, color, font })
    }
    return sights
  })

const isSame = (a: Sight, b: Sight): boolean =>
  a.text === b.text && Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1 && a.color === b.color && a.font === b.font

/** What the page knows about the roles takes the place of the last use at the end of a card. */
const REPLACED = /^Last used$|^Where it works$| ago$| deleted$/

for (const { how, width, colorScheme, replaced } of [
  { how: 'as a table', width: 1280, colorScheme: 'light', replaced: null },
  { how: 'as a table in the dark', width: 1280, colorScheme: 'dark', replaced: null },
  { how: 'as cards', width: 360, colorScheme: 'light', replaced: REPLACED },
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
      await renderedAll(page)
      const moved = async (sights: readonly Sight[]) => {
        const then = await look(page)
        return sights
          .filter((sight) => !then.some((other) => isSame(sight, other)))
          .map(({ text }) => text)
          .filter((text) => !replaced?.test(text))
      }
      // Rows below the fold follow later.
      expect(await moved(first.filter(({ y }) => y < FOLD))).toEqual([])
      await expect.poll(() => moved(first)).toEqual([])
      expect(first.length).toBeGreaterThan(80)
    })
  })
}

test('the first rows have the chosen colors', async ({ page, sandbox }) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  // Where MUI stores the choice.
  await page.addInitScript(() => localStorage.setItem('mui-mode', 'dark'))
  await holdPage(page, new Promise(() => {}))
  await page.goto('/tokens')
  await expect(page.getByText('slurm-sync').first()).toHaveCSS('color', 'rgb(231, 235, 242)')
})

test('a page that cannot load says so in place of the first rows', async ({ page, provoke, sandbox }) => {
  provoke(404, 'other content')
  await staySignedIn(page, await sandbox.signIn('owner'))
  const listed = page.waitForResponse((response) => response.url().includes(tokensPath))
  await page.route(PAGE_SCRIPT, async (route) => {
    await listed
    await route.fulfill({ status: 404 })
  })
  await page.goto('/tokens')
  await expect(alerts(page)).toContainText('Waldur Tokens couldn’t be loaded')
})

/** Opens a URL whose first rows appear although the page's script never loads. */
async function expectFirstRows(page: Page, path: string): Promise<void> {
  await holdPage(page, new Promise(() => {}))
  await page.goto(path)
  await expect(page.getByRole('table')).toContainText('terraform')
}

/** Opens a URL that shows no first rows, although everything in them has loaded. */
async function expectNoFirstRows(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('.frame table')) document.documentElement.dataset['sawRows'] = 'yes'
    }).observe(document, { childList: true, subtree: true })
  })
  const responses = ['/api/users/me/', tokensPath].map((asked) =>
    page.waitForResponse((response) => new URL(response.url()).pathname === asked),
  )
  await holdPage(page, Promise.all(responses))
  await page.goto(path)
  await expect(page.locator('.frame')).toHaveCount(0)
  await expect(page.locator('html[data-saw-rows]')).toHaveCount(0)
}

test.describe('first rows appear only where the page shows the same', () => {
  test('at the list’s own URL', async ({ page, sandbox }) => {
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

for (const width of [1280, 360]) {
  test.describe(`a token’s page, ${width} pixels wide`, () => {
    test.use({ viewport: { width, height: FOLD } })

    test('its head appears before the page’s script, stays in place, and opens what was chosen', async ({
      page,
      sandbox,
    }) => {
      const { uuid } = await sandbox.createToken('owner', { name: 'opened by a link' })
      await staySignedIn(page, await sandbox.signIn('owner'))
      let letCome = () => {}
      const looked = new Promise<void>((resolve) => {
        letCome = resolve
      })
      await holdPage(page, looked)
      await page.goto(`/tokens/${uuid}`)
      await expect(page.getByRole('heading', { name: 'opened by a link', level: 1 })).toBeVisible()
      await page.evaluate(() => document.fonts.ready)
      const first = await look(page)
      await page.getByRole('button', { name: 'Rotate' }).click()
      letCome()
      const dialog = page.getByRole('dialog', { name: 'Rotate opened by a link' })
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toHaveCount(0)
      const then = await look(page)
      expect(first.filter((sight) => !then.some((other) => isSame(sight, other))).map(({ text }) => text)).toEqual([
        'Loading token',
      ])
    })
  })
}
