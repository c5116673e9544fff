import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { tokenTable } from './listSteps.ts'
import { pagesFolder } from './pagesFolder.ts'
import { signInByForm } from './sessionSteps.ts'

test('the policy allows the page’s own styles and font, and the page sends no other requests than these', async ({
  page,
  sandbox,
}) => {
  await signInByForm(page, 'owner')
  await expect(tokenTable(page)).toBeVisible()
  const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length))
  expect(Math.min(...sheets)).toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: 'Create token' })).toHaveCSS('background-color', 'rgb(43, 85, 203)')
  const loaded = await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map((face) => face.status)))
  expect(loaded, 'not a font of the system').toContain('loaded')
  // The guard of every test checks the hosts; this checks the paths.
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

test('text cannot be written as markup', async ({ page, provoke }) => {
  provoke('policy violation')
  await page.goto('/tokens')
  const rejection = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<i>hole</i>'
      return 'written'
    } catch (error) {
      return String(error)
    }
  })
  expect(rejection).toContain('TrustedHTML')
  await expect(page.getByText('hole')).toHaveCount(0)
})

test('the production files don’t contain the sandbox’s fault hooks', async () => {
  const files = await readdir(pagesFolder, { recursive: true, withFileTypes: true })
  const scripts = files.filter((file) => file.isFile() && /\.(html|js)$/.test(file.name))
  const texts = await Promise.all(scripts.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
  expect(texts.length).toBeGreaterThan(1)
  expect(texts.join('\n')).not.toMatch(/__faults|__log|SANDBOX_/)
})
