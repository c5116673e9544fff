import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { fillCreate, submit } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, comeBackOnline } from './pageSteps.ts'
import { pagesFolder } from './pagesFolder.ts'
import { clipboardStatus, readSecret, revealDialog, rotate } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { coverOf, endSessionElsewhere, signInByForm, staySignedIn } from './sessionSteps.ts'
import { catalogOf, sayer } from './translations.ts'

const folder = join(tmpdir(), `new-version-${process.pid}`)
const MISSING =
  'Waldur Tokens couldn’t be loaded. The connection may be down, or a newer version may be in place. Reload the page.'

row.beforeEach(async ({ sandbox }) => {
  await rm(folder, { recursive: true, force: true })
  await cp(pagesFolder, folder, { recursive: true })
  await sandbox.createToken('member', { name: 'ci' })
})
row.afterAll(() => rm(folder, { recursive: true }))
row.use({ sandboxOptions: { pages: folder } })

/** Removes the script, as the deployment of a new version does, or damages it. @returns a function that puts it back */
async function takeAway(script: 'app' | 'dialogs', isDamaged = false): Promise<() => Promise<void>> {
  const names = (await readdir(join(folder, 'assets'))).filter((name) => name.startsWith(`${script}-`))
  expect(names, 'exactly one such script').toHaveLength(1)
  const [from, to] = [join(folder, 'assets', String(names[0])), join(folder, 'taken-away')]
  await rename(from, to)
  if (isDamaged) await writeFile(from, 'damaged')
  return () => rename(to, from)
}

/** Opens the list while the script of the dialogs is missing. @returns a function that puts it back */
async function openWithoutDialogs(page: Page, sandbox: Sandbox, isDamaged = false): Promise<() => Promise<void>> {
  const putBack = await takeAway('dialogs', isDamaged)
  await staySignedIn(page, await sandbox.signIn('member'))
  await page.goto('/tokens')
  return putBack
}

const create = (page: Page) => page.getByRole('button', { name: 'Create token', exact: true })
const form = (page: Page) => createForm(page)
const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'This part of the page hasn’t loaded.' })

row('row 59: a new version deployed while a secret is open takes nothing away', async ({ page, sandbox }) => {
  await signInByForm(page, 'member')
  const dialog = await rotate(page, 'ci')
  // The new version has none of this one's files, and its page requests other names.
  const assets = await readdir(join(folder, 'assets'))
  await Promise.all(assets.map((name) => rm(join(folder, 'assets', name))))
  const index = join(folder, 'index.html')
  await writeFile(index, (await readFile(index, 'utf8')).replaceAll('/assets/', '/assets/next-'))
  await readSecret(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(clipboardStatus(dialog)).toHaveText('Copied')
  await dialog.getByRole('button', { name: 'Done' }).click()
  // All dialogs and pages are in one script, which was loaded before the rotation.
  await tokenRow(page, 'ci').first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'All tokens' }).click()
  await create(page).click()
  await fillCreate(form(page), 'after', 'PROJECT.LIST')
  await submit(form(page))
  await expect(revealDialog(page)).toBeVisible()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
})

row(
  'row 59: a missing script is reported, and the page reloads only when asked to',
  async ({ page, provoke, sandbox }) => {
    provoke(404, 'other content')
    const putBack = await openWithoutDialogs(page, sandbox)
    await create(page).click()
    await expect(notice(page)).toBeVisible()
    await expect(tokenRow(page, 'ci').first()).toBeVisible()
    await notice(page).getByRole('button', { name: 'Not now' }).click()
    await expect(notice(page)).toBeHidden()
    const actions = page.getByRole('button', { name: 'Actions for ci', exact: true })
    await actions.click()
    await page.getByRole('menuitem', { name: 'Rotate' }).click()
    await notice(page).getByRole('button', { name: 'Not now' }).click()
    await expect(actions).toBeFocused()
    await create(page).click()
    await expect(notice(page)).toBeVisible()
    await putBack()
    await notice(page).getByRole('button', { name: 'Reload page' }).click()
    await create(page).click()
    await expect(form(page)).toBeVisible()
  },
)

row(
  'row 59: a script that is available again loads without a reload',
  { tag: '@firefox' },
  async ({ page, provoke, sandbox }) => {
    provoke('other content')
    // The browser may keep even a damaged one for a year.
    const putBack = await openWithoutDialogs(page, sandbox, true)
    await create(page).click()
    await notice(page).getByRole('button', { name: 'Not now' }).click()
    await putBack()
    await create(page).click()
    await expect(form(page)).toBeVisible()
  },
)

row('row 59: a slow script is reported, and the dialog opens when it has loaded', async ({ page, sandbox }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/dialogs-/, async (route) => {
    await released
    await route.continue()
  })
  await page.clock.install()
  await staySignedIn(page, await sandbox.signIn('member'))
  await page.goto('/tokens')
  await create(page).click()
  await expect(page.getByRole('progressbar', { name: 'Loading' })).toBeVisible()
  await page.clock.fastForward(8000)
  await expect(notice(page)).toBeVisible()
  release()
  await expect(form(page)).toBeVisible()
  await expect(notice(page)).toHaveCount(0)
})

row('row 59: the cover for an ended session works without the missing script', async ({ page, provoke, sandbox }) => {
  provoke(401, 404, 'other content')
  await openWithoutDialogs(page, sandbox)
  await expect(tokenRow(page, 'ci').first()).toBeVisible()
  await endSessionElsewhere(page, 'member')
  await comeBackOnline(page)
  const cover = coverOf(page)
  await expect(cover.getByRole('textbox', { name: 'Username' })).toBeVisible()
  await expect(page.getByText('ci', { exact: true }).first()).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(cover).toBeVisible()
})

row('if the page’s own script is missing, a message says so, and a reload loads it', async ({ page, provoke }) => {
  provoke(404, 'other content')
  const putBack = await takeAway('app')
  await page.goto('/tokens')
  await expect(alerts(page)).toHaveText(MISSING)
  await putBack()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

row.describe('in an Estonian browser', () => {
  row.use({ locale: 'et-EE' })

  row('the message is in Estonian', async ({ page, provoke }) => {
    provoke(404, 'other content')
    await takeAway('app')
    await page.goto('/tokens')
    await expect(alerts(page)).toHaveText(sayer(catalogOf('et'))(MISSING))
  })
})
