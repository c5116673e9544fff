import { createHash } from 'node:crypto'
import { appendFile, cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { page as htmlOf, startOther } from './otherOrigin.ts'
import { pagesFolder } from './pagesFolder.ts'
import { staySignedIn } from './sessionSteps.ts'

// These tests use contexts of their own, because fixtures.ts checks every page in the test's context, and the other
// origin's pages are not to be checked.

test('no other origin can frame the page', async ({ browser, origin }) => {
  const other = await startOther(htmlOf(`<iframe src="${origin}/tokens"></iframe>`))
  const context = await browser.newContext()
  const page = await context.newPage()
  const loaded = page.waitForEvent('frameattached').then((frame) => frame.waitForLoadState())
  await page.goto(other.origin)
  await loaded
  expect(page.frames().map((frame) => frame.url())).toEqual([`${other.origin}/`, 'chrome-error://chromewebdata/'])
  await context.close()
  await other.stop()
})

test('a page that opens this one has no access to it', async ({ browser, origin }) => {
  const other = await startOther(htmlOf('<p>opener</p>'))
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(other.origin)
  const opened = context.waitForEvent('page')
  await page.evaluate((address) => {
    Object.assign(window, { hold: window.open(address) })
  }, `${origin}/tokens`)
  const popup = await opened
  await expect(popup.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await popup.evaluate(() => window.opener)).toBeNull()
  // TypeScript doesn't know the property that the test added.
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'hold').closed)).toBe(true)
  await context.close()
  await other.stop()
})

test('a link to another origin does not reveal the URL', async ({ browser, origin }) => {
  const other = await startOther(htmlOf('<p>elsewhere</p>'))
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/tokens?find=secret-project`)
  await page.evaluate((address) => {
    const link = document.createElement('a')
    link.href = address
    document.body.append(link)
    link.click()
  }, `${other.origin}/`)
  await expect(page.getByText('elsewhere')).toBeVisible()
  // The other page requests its icon itself, and may send its own URL.
  const visits = other.requests.filter(({ url }) => url === '/')
  expect(visits.map(({ headers }) => headers.referer)).toEqual([undefined])
  await context.close()
  await other.stop()
})

test('each style element is empty, as the only hash in the policy requires', async ({ page }) => {
  const response = await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const texts = await page.evaluate(() => [...document.querySelectorAll('style')].map((style) => style.textContent))
  const hashes = new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))
  expect([...hashes]).toEqual(["'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"])
  expect(response?.headers()['content-security-policy']).toContain([...hashes].join())
})

/** The tags of the built page that load a script or a style sheet. */
async function loadingTags(): Promise<{ path: string; integrity: string | undefined; tag: string }[]> {
  const html = await readFile(join(pagesFolder, 'index.html'), 'utf8')
  const tags =
    html.match(/<script\b[^>]*>|<link\b[^>]*\b(?:rel="(?:stylesheet|modulepreload)"|as="script")[^>]*>/g) ?? []
  const attribute = (tag: string, name: RegExp) => new RegExp(`\\b(?:${name.source})="([^"]*)"`).exec(tag)?.[1]
  return tags.map((tag) => ({
    path: attribute(tag, /src|href/) ?? '',
    integrity: attribute(tag, /integrity/),
    tag,
  }))
}

test('index.html has the hash of each script and style sheet that it loads', async () => {
  const tags = await loadingTags()
  expect(tags.length).toBeGreaterThan(2)
  for (const { path, integrity, tag } of tags) {
    const bytes = await readFile(join(pagesFolder, path))
    expect(integrity, path).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`)
    expect(tag).toContain(' crossorigin')
  }
})

const missing = 'Waldur Tokens couldn’t be loaded'

for (const { which, shown, isSignedIn } of [
  // By the style sheet alone, after ten seconds.
  { which: 'index', shown: 'This is taking longer than usual.', isSignedIn: false },
  { which: 'start', shown: missing, isSignedIn: false },
  { which: 'app', shown: missing, isSignedIn: false },
  { which: 'page', shown: missing, isSignedIn: true },
  { which: 'dialogs', shown: 'This part of the page hasn’t loaded', isSignedIn: true },
]) {
  test(`the ${which} script does not run if one byte of it was changed`, async ({ browser }, testInfo) => {
    const folder = testInfo.outputPath('pages')
    await cp(pagesFolder, folder, { recursive: true })
    const names = (await readdir(join(folder, 'assets'))).filter((name) => name.startsWith(`${which}-`))
    expect(names, 'there is one such script').toHaveLength(1)
    // With another space at the end it is the same program, but not the same file.
    await appendFile(join(folder, 'assets', String(names[0])), ' ')
    const changed = await openSandbox({ pages: folder })
    const context = await browser.newContext()
    const page = await context.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    if (isSignedIn) await staySignedIn(page, await changed.signIn('owner'))
    await page.goto(await changed.listen())
    // Dialogs are in a script of their own, which this needs.
    if (which === 'dialogs') await page.getByRole('button', { name: 'Create token', exact: true }).click()
    await expect(page.getByText(shown)).toBeVisible()
    expect(messages.join('\n')).toContain('integrity')
    await context.close()
    await changed.close()
  })
}

test('a script that failed to load is not loaded again without its hash', async ({ page, provoke }) => {
  provoke(503)
  let isAppHere = false
  await page.route(/\/assets\/app-/, async (route) => {
    // It is requested twice, because routes turn off the cache.
    if (!isAppHere) await page.waitForResponse(/\/assets\/start-/)
    isAppHere = true
    await route.continue()
  })
  await page.route(/\/assets\/start-/, async (route) => {
    if (isAppHere) return route.continue()
    await page.waitForRequest(/\/assets\/app-/)
    await route.fulfill({ status: 503 })
  })
  await page.goto('/tokens')
  await expect(page.getByText(missing)).toBeVisible()
})
