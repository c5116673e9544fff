import type { Locator, Page } from 'playwright/test'
import { limitToEntities, openCreate, placeSearch, selectPermission, submit } from './createSteps.ts'
import { createForm, dialogs } from './dialogSteps.ts'
import { test as base, expect } from './fixtures.ts'
import { isFull } from './full.ts'
import { corpus, oneOfEach, parts, partsByLength } from './hostile/corpus.ts'
import { expectNames, expectNoOverflow, expectTexts, onBothSizes, readScrolling } from './hostileSteps.ts'
import { menuItem, openPageActions, tokenTable } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { signIn, staySignedIn } from './sessionSteps.ts'

/** The actions whose dialogs have the token's name in their title. */
const ACTIONS = ['Rotate', 'Revoke', 'Edit IP addresses', 'Duplicate', 'Replace'] as const

/** The texts for every place: the whole corpus, or one text of each class. */
const texts = isFull ? corpus : [...new Set(['', ...oneOfEach(Number(process.env['JOURNEYS_SEED'] || 8))])]

const labels = '/api/metadata/permissions/'
const scopes = `${tokensPath}available_scopes/`

/** Letters with two hundred combining marks each, which reach far above and below their line. */
const WIDEST = corpus.findLast((text) => text.startsWith('Z') && text.includes('\u0489')) ?? ''

/** Fails if the browser opens a dialog or a text runs as a script. */
const test = base.extend<{ unharmed: undefined }>({
  unharmed: [
    async ({ context }, provide) => {
      const harm: string[] = []
      context.on('dialog', (dialog) => {
        harm.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await context.exposeFunction('__ran', (what: string) => harm.push(`ran: ${what}`))
      await context.addInitScript(() => {
        Object.defineProperty(window, '__pwn', { set: (what) => Reflect.get(window, '__ran')(String(what)) })
      })
      await provide(undefined)
      expect(harm, 'harm done by the texts').toEqual([])
    },
    { auto: true },
  ],
})

test.describe(isFull ? '575 hostile strings and more' : 'a hostile string of each class', () => {
  // These tests load, scroll and read hundreds of rows.
  test.describe.configure({ timeout: 180_000 + texts.length * 5000 })

  test('the corpus has at least 575 of them', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(575)
  })

  test('as names and prefixes of tokens', async ({ page, sandbox }) => {
    for (const [index, name] of texts.entries()) {
      await sandbox.createToken('norole', { name, token_prefix: texts.at(index - 1) ?? '' })
    }
    await signIn(page, 'norole')
    await expect(page.getByText(`${texts.length} tokens`, { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    await onBothSizes(page, async () => {
      await page.evaluate(() => scrollTo(0, 0))
      const isPhone = page.viewportSize()?.width === 360
      const rows = isPhone
        ? page.getByRole('listitem')
        : tokenTable(page)
            .getByRole('row')
            .filter({ has: page.getByRole('rowheader') })
      await expect(rows.first()).toHaveAttribute('data-index', '0')
      const read = () => rows.getByRole('link').allTextContents()
      expectNames(await readScrolling(rows, texts.length, read), texts)
    })
    await page.getByRole('checkbox', { name: 'Select all shown' }).check()
    await page.getByRole('button', { name: `Revoke ${texts.length} tokens` }).click()
    const lines = page.getByRole('dialog').getByRole('region', { name: 'Tokens' })
    const items = lines.getByRole('listitem')
    expectNames(await readScrolling(items, texts.length, () => items.allTextContents()), texts, /never usedw_\d+$/)
  })

  test('as the name of the open token', { tag: '@slow' }, async ({ page, sandbox }) => {
    await signIn(page, 'norole')
    for (const [index, name] of [WIDEST, ...texts].entries()) {
      const { uuid } = await sandbox.createToken('norole', { name, scopes: ['PROJECT.LIST'] })
      await visit(page, `/tokens/${uuid}`)
      const heading = page.getByRole('heading', { level: 1 })
      await expect(async () => expectNames([(await heading.textContent()) ?? ''], [name])).toPass({ timeout: 10_000 })
      await expectNoOverflow(page)
      for (const action of isFull ? ACTIONS : [ACTIONS[index % ACTIONS.length] ?? 'Rotate']) {
        await menuItem(await openPageActions(page), action).click()
        const dialog = dialogs(page)
        await expectTitle(dialog, name)
        await onBothSizes(page)
        await dialog.getByRole('button', { name: 'Cancel' }).click()
        await expect(dialog).toBeHidden()
      }
    }
  })

  test('as labels of permissions and of their groups', async ({ page, sandbox }) => {
    const asked = () =>
      Promise.all([labels, scopes].map((path) => page.waitForResponse((response) => response.url().endsWith(path))))
    // The list requests them too and would get the first responses.
    const before = asked()
    await staySignedIn(page, await sandbox.signIn('staff'))
    await page.goto('/tokens')
    await before
    for (const part of parts(texts, 100)) {
      // For the values that the page knows, it has its own labels.
      const values = part.map((_label, index) => `UNKNOWN.VALUE_${index}`)
      const groups = part.map((label, index) => ({
        label: part.at(index - 1) ?? '',
        options: [{ label, value: values[index] }],
      }))
      const described = values.map((permission, index) => ({ permission, description: part[index] }))
      sandbox.failNext('GET', labels, { status: 200, body: { permission_descriptions: groups } })
      sandbox.failNext('GET', scopes, { status: 200, body: described })
      const responses = asked()
      await page.goto('/tokens/new')
      await responses
      const form = createForm(page)
      await form.getByRole('searchbox', { name: 'Search permissions' }).fill('.')
      await expect(form.getByRole('checkbox').nth(part.length)).toBeAttached()
      await onBothSizes(page)
      await expectTexts(form, beginnings(part))
    }
  })

  test('as names of places and of the places that contain them', async ({ page, sandbox }) => {
    const projects = await sandbox.addProjects(
      texts.map((_name, index) => texts.at(index - 1) ?? ''),
      [...texts],
    )
    const tokens: string[] = []
    for (let start = 0; start < projects.length; start += 90) {
      const allowed_scopes = projects.slice(start, start + 90).map((uuid) => ({ type: 'project', uuid }))
      tokens.push((await sandbox.createToken('staff', { name: `bound ${start}`, allowed_scopes })).uuid)
    }
    await staySignedIn(page, await sandbox.signIn('staff'))
    for (const [at, token] of tokens.entries()) {
      await page.goto(`/tokens/${token}`)
      await expectTexts(page.getByRole('main'), beginnings(texts.slice(at * 90, (at + 1) * 90)))
      await onBothSizes(page)
    }

    // In a window as high as before, the list of places doesn't scroll, and scrolling is what loads more.
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/tokens/new')
    const form = createForm(page)
    await selectPermission(form, 'PROJECT.LIST')
    await limitToEntities(form)
    await placeSearch(form).click()
    await form
      .getByRole('group', { name: 'Only this type' })
      .getByRole('button', { name: /^Projects/ })
      .click()
    const list = page.getByRole('listbox', { name: 'Places' })
    const options = list.getByRole('option')
    await expect(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      expect(await options.count()).toBeGreaterThan(texts.length + SEEDED_PROJECTS - 1)
    }).toPass({ timeout: 120_000 })
    await expectTexts(list, beginnings(texts))
    await onBothSizes(page)
  })

  test('as the name of the user', async ({ page, sandbox }) => {
    await staySignedIn(page, await sandbox.signIn('norole'))
    for (const part of partsByLength(texts, 450)) {
      await sandbox.setUser('norole', { firstName: part.join(' | '), lastName: '' })
      await page.goto('/tokens')
      await page.getByRole('button', { name: 'Account menu' }).click()
      await expectTexts(page.getByRole('document'), beginnings(part))
      await onBothSizes(page)
    }
  })

  test('as Waldur’s messages about a request and a field', async ({ page, provoke, sandbox }) => {
    provoke(400)
    const form = await openCreate(page, 'owner')
    await form.getByRole('textbox', { name: 'Name' }).fill('kept')
    await selectPermission(form, 'PROJECT.LIST')
    // Ten thousand Arabic letters take Chromium seconds to lay out, at each width and in both places.
    const messages = isFull ? texts : beginnings(texts)
    const alone = isFull ? ['', ' ', ...texts].map((text) => [text]) : []
    for (const part of [...parts(messages, 36), ['\u200b'], ...alone]) {
      sandbox.failNext('POST', tokensPath, { status: 400, body: { detail: part, name: part } })
      const posted = page.waitForResponse((response) => response.request().method() === 'POST')
      await submit(form)
      await posted
      await expectTexts(alerts(form).last(), part)
      await onBothSizes(page)
      const name = form.getByRole('textbox', { name: 'Name' })
      await expect(name).toHaveAttribute('aria-invalid', 'true')
      await expect(name).toHaveAccessibleDescription(/\S/)
      const described = await name.getAttribute('aria-describedby')
      await expectTexts(form.locator(`[id="${described}"]`), part)
    }
  })
})

/** The projects that each sandbox starts with. */
const SEEDED_PROJECTS = 13

/** Opens a path of the app without loading the page again: the router follows the history. */
const visit = (page: Page, path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path)

async function expectTitle(dialog: Locator, name: string): Promise<void> {
  const heading = dialog.getByRole('heading', { level: 2 }).first()
  await expect(heading).toBeVisible()
  await expectTexts(heading, [name.trim() === '' ? '(no name)' : [...name].slice(0, 500).join('')])
}

/** The first 500 characters of each text, which is what the page shows of a name. */
const beginnings = (names: readonly string[]): string[] => names.map((name) => [...name].slice(0, 500).join(''))
