import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { tokenTable } from './listSteps.ts'
import { pagesFolder } from './pages.ts'
import { expectSignedIn, signInByForm } from './sessionSteps.ts'

test('the policy lets the styles through', async ({ page }) => {
  await signInByForm(page, 'owner')
  await expect(tokenTable(page)).toBeVisible()
  const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length))
  expect(Math.min(...sheets)).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Create token' })).toHaveCSS('background-color', 'rgb(43, 85, 200)')
})

test('the page’s own font is loaded, not one of the system', async ({ page }) => {
  await signInByForm(page, 'owner')
  await expect(tokenTable(page)).toBeVisible()
  const loaded = await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map((face) => face.status)))
  expect(loaded).toContain('loaded')
})

test('markup cannot be written as text', async ({ page, provoke }) => {
  provoke('policy violation')
  await page.goto('/tokens')
  const refusal = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<i>hole</i>'
      return 'written'
    } catch (error) {
      return String(error)
    }
  })
  expect(refusal).toContain('TrustedHTML')
  await expect(page.getByText('hole')).toHaveCount(0)
})

test('what the page is made of holds no address of another host that it would ask', async ({ page, sandbox }) => {
  await signInByForm(page, 'owner')
  await expectSignedIn(page)
  await expect(tokenTable(page)).toBeVisible()
  // The guard of every test looks at the hosts; here it is the paths.
  const paths = () => [...new Set(sandbox.requests.map(({ path }) => path))].toSorted()
  await expect
    .poll(paths)
    .toEqual([
      '/api-auth/password/',
      '/api/configuration/',
      '/api/metadata/permissions/',
      '/api/personal-access-tokens/',
      '/api/personal-access-tokens/available_scopes/',
      '/api/roles/',
      '/api/users/me/',
    ])
})

test('the production files know nothing of the sandbox’s fault hooks', async () => {
  const files = await readdir(pagesFolder, { recursive: true, withFileTypes: true })
  const scripts = files.filter((file) => file.isFile() && /\.(html|js)$/.test(file.name))
  const texts = await Promise.all(scripts.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
  expect(texts.length).toBeGreaterThan(1)
  expect(texts.join('\n')).not.toMatch(/__faults|__log|SANDBOX_/)
})
