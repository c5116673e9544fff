import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { fillCreate, submit } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { clipboardStatus, readSecret, revealDialog, storeAndClose } from './revealSteps.ts'
import { askToSignOut, enterPassword, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

/** Chromium's headless shell, which the other journeys prefer, has no such settings. */
const chromium = '/usr/bin/chromium'
const browser = existsSync(chromium) ? { executablePath: chromium } : { channel: 'chromium' }

const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
const firefoxUserPrefs = { 'network.cookie.cookieBehavior': 2 }

/** A browser whose user has blocked cookies and site data in its settings. */
const blocked = row.extend({
  context: async ({ browserName, channel, launchOptions, origin, playwright }, provide) => {
    const profile = await mkdtemp(join(tmpdir(), 'blocked-data-'))
    await mkdir(join(profile, 'Default'))
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
    const settings =
      browserName === 'firefox'
        ? { ...(channel && { channel }), firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, ...firefoxUserPrefs } }
        : { ...browser, permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' as const }
    const options = { ...launchOptions, ...settings, baseURL: origin, locale: 'en-GB' }
    const context = await playwright[browserName].launchPersistentContext(profile, options)
    await provide(context)
    await context.close()
    await rm(profile, { recursive: true, force: true })
  },
})

blocked.use({ sandboxOptions: { settings: { SSO: true } } })

/** What doesn't work is said where the user looks for it. */
async function expectRefusals(page: Page): Promise<void> {
  await expect(page.getByText('This browser stores nothing for this site.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^Keep me signed in/ })).toHaveCount(0)
  await expect(page.getByText('To sign in with Sandbox ID, let this site store data in your browser.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in with Sandbox ID' })).toHaveCount(0)
}

async function createToken(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await fillCreate(form, name, 'PROJECT.LIST')
  await submit(form)
  await readSecret(page)
  await revealDialog(page).getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(clipboardStatus(revealDialog(page))).toHaveText('Copied')
  await storeAndClose(page)
  await expect(tokenRow(page, name)).toBeVisible()
}

blocked(
  'row 62: where site data are blocked, everything works but staying signed in',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto('/tokens')
    // The setting is in force.
    await expect(page.evaluate(() => localStorage.length)).rejects.toThrow(/SecurityError|insecure/)
    await expectRefusals(page)
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    await page.getByRole('button', { name: 'Account menu' }).click()
    await page.getByRole('menuitemradio', { name: 'Dark theme' }).click()
    await expect(page.getByRole('menuitemradio', { name: 'Dark theme' })).toBeChecked()
    await page.keyboard.press('Escape')
    await createToken(page, 'from a strict browser')
    const dialog = await choose(page, 'Revoke', 'from a strict browser')
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(dialog).toBeHidden()
    await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
  },
)

row.describe('where storage is full', () => {
  row.use({ sandboxOptions: { settings: { SSO: true } } })

  row('row 62: everything works but staying signed in', { tag: '@slow' }, async ({ page }) => {
    await page.addInitScript(() => {
      for (const storage of [localStorage, sessionStorage]) {
        for (let size = 4_194_304; size >= 1; size /= 2) {
          try {
            while (true) storage.setItem(`${storage.length}`, 'x'.repeat(size))
          } catch {
            // Full for texts of this size; go on with shorter ones.
          }
        }
      }
    })
    await page.goto('/tokens')
    await expectRefusals(page)
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    await createToken(page, 'from a full browser')
  })
})
