import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'
import { permission } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { revealDialog } from './revealSteps.ts'
import type { Say } from './translations.ts'
import { catalogOf, sayer } from './translations.ts'

/** Otherwise elements would be captured while they fade in. */
const STILL = { reducedMotion: 'reduce' } as const

const folder = fileURLToPath(new URL('../reports/screens', import.meta.url))
const english: Say = (sentence, places = {}) =>
  sentence.replaceAll(/\{\{(\w+)\}\}|\[\[(\w+)\]\]/g, (place, value, element) => places[value ?? element] ?? place)

const languages: [locale: string, say: Say][] = [
  ['en-GB', english],
  ['et-EE', sayer(catalogOf('et'))],
  ['de-DE', sayer(catalogOf('de'))],
]

/** Walks through the screens; `show` takes the picture. */
async function walk(page: Page, say: Say, show: (screen: string) => Promise<void>): Promise<void> {
  await page.goto('/tokens')
  await expect(page.getByRole('button', { name: say('Sign in'), exact: true })).toBeVisible()
  await show('1 sign-in')
  await page.getByRole('textbox', { name: say('Username') }).fill('owner')
  await page.getByLabel(say('Password'), { exact: true }).fill('owner')
  await page.getByRole('button', { name: say('Sign in'), exact: true }).click()
  await expect(page.getByRole('link', { name: 'terraform', exact: true })).toBeVisible()
  await show('2 list')
  await page.getByRole('button', { name: say('Actions for {{name}}', { name: 'ci-deploy' }) }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await show('3 actions')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: say('Select {{name}}', { name: 'ci-deploy' }) }).check()
  await show('4 selected')
  await page.getByRole('link', { name: 'legacy-inventory', exact: true }).click()
  await expect(page.getByRole('heading', { name: say('Activity') })).toBeVisible()
  await show('5 token')
  await page.getByRole('button', { name: say('Actions for {{name}}', { name: 'legacy-inventory' }) }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${say('Revoke')}`) }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await show('6 revoke')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: say('All tokens') }).click()
  await page.getByRole('button', { name: say('Create token'), exact: true }).click()
  const form = createForm(page, say('Create token'))
  await form.getByRole('textbox', { name: say('Name') }).fill('nightly-report')
  await form.getByRole('searchbox', { name: say('Search permissions') }).fill('PROJECT.LIST')
  await permission(form, 'PROJECT.LIST').check()
  await form.getByRole('searchbox', { name: say('Search permissions') }).clear()
  // The list is updated a moment later.
  await expect(form.getByText(say('{{shown}} of {{all}} permissions match'))).toHaveCount(0)
  await show('7 create')
  await form.getByRole('radio', { name: say('Only in specific places') }).check()
  await form.getByRole('combobox', { name: say('Add a place') }).click()
  await form.getByRole('button', { name: say('Create token') }).scrollIntoViewIfNeeded()
  await show('8 create, further down')
  await form.getByRole('radio', { name: say('Everywhere you have these permissions') }).check()
  await form.getByRole('button', { name: say('Create token') }).click()
  await expect(revealDialog(page, say('Copy the secret'))).toBeVisible()
  await show('9 reveal')
}

for (const [locale, say] of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      test.describe(`${locale}, ${colorScheme}, ${width} px`, () => {
        test.use({ locale, colorScheme, contextOptions: STILL, viewport: { width, height: width === 360 ? 740 : 860 } })

        test('pictures', async ({ page }) => {
          mkdirSync(folder, { recursive: true })
          await walk(page, say, async (screen) => {
            await page.screenshot({ path: `${folder}/${screen}, ${locale}, ${width}, ${colorScheme}.png` })
          })
        })
      })
    }
  }
}

test.afterAll(() => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
  const pictures = names.sort().map((name) => {
    const label = name.replace('.png', '')
    return `<figure><img src="${encodeURIComponent(name)}" alt="${label}" loading="lazy"><figcaption>${label}</figcaption></figure>`
  })
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font:14px system-ui;display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{height:420px;border:1px solid #ccc}</style>
${pictures.join('\n')}\n`,
  )
})
