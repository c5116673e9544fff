import { createHash } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { page as htmlOf, startOther } from './otherOrigin.ts'
import { pagesFolder } from './pages.ts'

// The pages of the other origin are no business of the guard: a context of their own.

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

test('whoever opens the page loses hold of it', async ({ browser, origin }) => {
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
  // TypeScript knows nothing of what this page has put there.
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'hold').closed)).toBe(true)
  await context.close()
  await other.stop()
})

test('a link away says nothing of where it was', async ({ browser, origin }) => {
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
  // The icon is asked for by the other page, which may name itself.
  const visits = other.requests.filter(({ url }) => url === '/')
  expect(visits.map(({ headers }) => headers.referer)).toEqual([undefined])
  await context.close()
  await other.stop()
})

test('each style element is empty, as the one hash in the policy demands', async ({ page }) => {
  const answer = await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const texts = await page.evaluate(() => [...document.querySelectorAll('style')].map((style) => style.textContent))
  const hashes = new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))
  expect([...hashes]).toEqual(["'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"])
  expect(answer?.headers()['content-security-policy']).toContain([...hashes].join())
})

/** The tags of the built page that load a script or a style sheet. */
async function loadingTags(): Promise<{ path: string; integrity: string | undefined; tag: string }[]> {
  const html = await readFile(join(pagesFolder, 'index.html'), 'utf8')
  const tags = html.match(/<script\b[^>]*>|<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>/g) ?? []
  const attribute = (tag: string, name: RegExp) => new RegExp(`\\b(?:${name.source})="([^"]*)"`).exec(tag)?.[1]
  return tags.map((tag) => ({
    path: attribute(tag, /src|href/) ?? '',
    integrity: attribute(tag, /integrity/),
    tag,
  }))
}

test('index.html names the hash of each script and style sheet in it', async () => {
  const tags = await loadingTags()
  expect(tags.length).toBeGreaterThan(2)
  for (const { path, integrity, tag } of tags) {
    const bytes = await readFile(join(pagesFolder, path))
    expect(integrity, path).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`)
    expect(tag).toContain(' crossorigin')
  }
})

for (const { which, says } of [
  { which: 'index', says: 'Loading…' },
  { which: 'start', says: 'Waldur Tokens could not be loaded' },
  { which: 'app', says: 'Waldur Tokens could not be loaded' },
]) {
  test(`the ${which} script, of which one byte was changed, does not run`, async ({ browser }, testInfo) => {
    const folder = testInfo.outputPath('pages')
    await cp(pagesFolder, folder, { recursive: true })
    const script = (await loadingTags()).find(({ path }) => path.startsWith(`/assets/${which}-`))?.path ?? ''
    const bytes = await readFile(join(folder, script))
    // A space more at the end: the same program, another file.
    await writeFile(join(folder, script), Buffer.concat([bytes, Buffer.from(' ')]))
    const changed = await openSandbox({ pages: folder })
    const context = await browser.newContext()
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await page.goto(await changed.listen())
    await expect.poll(() => said.join('\n')).toContain('integrity')
    await expect(page.getByRole('main')).toContainText(says)
    await context.close()
    await changed.close()
  })
}
