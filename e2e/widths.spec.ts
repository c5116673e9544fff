import type { Page } from 'playwright/test'
import { dialogs } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { isFull } from './full.ts'
import { staySignedIn } from './sessionSteps.ts'
import { catalogOf, sayer } from './translations.ts'

/** From the widest to the narrowest; in the step `slow`, every 20 pixels. */
const STEP = isFull ? 20 : 40
const WIDTHS = Array.from({ length: 1280 / STEP + 1 }, (_, step) => 1600 - STEP * step)

/** What does not fit: what scrolls the window sideways, is cut off or covers what is beside it, and broken words. */
async function flaws(): Promise<string[]> {
  // By then the page has chosen between the table and the cards.
  await new Promise(requestAnimationFrame)
  const { scrollWidth, clientWidth } = document.documentElement
  const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []
  const range = document.createRange()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    const parent = text.parentElement
    const words = text.nodeValue?.trim()
    if (!words || !parent?.checkVisibility({ visibilityProperty: true }) || parent.closest('.unseen')) continue
    range.selectNodeContents(text)
    const { left, right } = range.getBoundingClientRect()
    for (let box: Element | null = parent; box !== null; box = box.parentElement) {
      const { overflowX, textOverflow } = getComputedStyle(box)
      // Cut with an ellipsis on purpose, or within reach.
      if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll') break
      const isEdge = overflowX !== 'visible' || box.matches('td, th, button, body')
      const edge = box.getBoundingClientRect()
      if (isEdge && (right > edge.right + 1 || left < edge.left - 1)) {
        found.push(`“${words}” does not fit into its ${box.localName}`)
        break
      }
    }
    if (!parent.closest('th, button, h1, h2, h3, dt, time') || parent.closest('[translate=no]')) continue
    for (const { 0: word, index } of text.nodeValue?.matchAll(/\p{L}+/gu) ?? []) {
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(`“${word}” is broken`)
    }
  }
  for (const menu of document.querySelectorAll('[aria-haspopup="menu"]')) {
    const { left, right } = menu.getBoundingClientRect()
    if (left < 0 || right > clientWidth) found.push(`${menu.getAttribute('aria-label')} is out of reach`)
  }
  return [...new Set(found)]
}

async function expectFits(page: Page, screen: string): Promise<void> {
  const found: Record<number, string[]> = {}
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const wrong = await page.evaluate(flaws)
    if (wrong.length > 0) found[width] = wrong
  }
  expect.soft(found, screen).toEqual({})
}

const estonian = catalogOf('et')
const catalogs = {
  en: Object.fromEntries(Object.keys(estonian).map((sentence) => [sentence, sentence])),
  et: estonian,
  de: catalogOf('de'),
}

for (const language of ['en', 'et', 'de'] as const) {
  test.describe(language, () => {
    test.use({ locale: language, viewport: { width: 1280, height: 800 } })

    test('everything fits into a window of any width', async ({ page, sandbox }) => {
      const say = sayer(catalogs[language])
      await staySignedIn(page, await sandbox.signIn('owner'))
      await page.goto('/tokens?columns=life.used.permissions.bound.created')
      // What is behind a dialog is measured as well.
      const choose = async (name: string, action: string) => {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.getByRole('button', { name: say('Actions for {{name}}', { name }), exact: true }).click()
        await page.getByRole('menuitem', { name: new RegExp(`^${say(action)}`) }).click()
        await expect(dialogs(page)).toBeVisible()
      }
      await page.getByRole('checkbox', { name: say('Select {{name}}', { name: 'terraform' }) }).check()
      await choose('ci-deploy', 'Revoke')
      await expectFits(page, 'the list with a selection, and the question before revoking')
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.getByRole('link', { name: 'legacy-inventory', exact: true }).click()
      await expect(page.getByRole('heading', { name: say('Activity') })).toBeVisible()
      await choose('legacy-inventory', 'Replace')
      await expectFits(page, 'the page of a token, and the form')
    })
  })
}
