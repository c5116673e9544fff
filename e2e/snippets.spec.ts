import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { createBound, example, USES } from './howToUseSteps.ts'
import { clipboardStatus, lossQuestion, readSecret } from './revealSteps.ts'

const run = promisify(execFile)

/** The output of an example in a shell; only its environment has the secret. */
async function runCurl(text: string, environment: Record<string, string>): Promise<string> {
  const env = { PATH: process.env['PATH'], ...environment }
  return (await run('bash', ['-euo', 'pipefail', '-c', text], { env, timeout: 20_000 })).stdout
}

test('each example names the call and not the secret, and curl runs unchanged', async ({ origin, page, sandbox }) => {
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const path = `/api/projects/${uuid}/`
  const dialog = await createBound(page)
  const secret = await readSecret(page)
  // Run by sandbox/snippets.agrees.test.ts and e2e/clients/snippets.agrees.test.ts.
  for (const use of USES) {
    const text = await example(dialog, use)
    expect(text).toContain(`${path}?`)
    expect(text).not.toContain(secret)
  }
  await expect(dialog).toContainText(`Set WALDUR_API_URL to ${origin}.`)
  await expect(dialog).toContainText('Terraform, the Ansible collections, the site agent and the MCP servers')
  const text = await example(dialog, 'curl')
  const calls = () => sandbox.requests.filter((request) => request.path === path && request.status === 200).length
  const before = calls()
  const output = await runCurl(text, { WALDUR_API_URL: origin, WALDUR_ACCESS_TOKEN: secret })
  expect(output).toContain('Läänemere kliimamudel')
  expect(output).not.toContain('Genomics')
  expect(calls()).toBe(before + 1)
})

test('a copied example replaces the secret on the clipboard; a downloaded file keeps it, and a shell reads it', async ({
  context,
  origin,
  page,
}) => {
  const dialog = await createBound(page)
  const secret = await readSecret(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(clipboardStatus(dialog)).toHaveText('Copied')
  const text = await example(dialog, 'curl')
  await dialog.getByRole('button', { name: 'Copy example' }).click()
  await expect(dialog.getByRole('status', { name: 'Copying the example' })).toHaveText('Copied, replacing the secret')
  await expect(dialog).toContainText('The secret is no longer on your clipboard.')
  const other = await context.newPage()
  await other.goto('/tokens')
  await other.getByRole('textbox', { name: 'Username' }).press('ControlOrMeta+V')
  expect(await other.getByRole('textbox', { name: 'Username' }).inputValue()).toContain('$WALDUR_ACCESS_TOKEN')
  await other.close()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(lossQuestion(dialog)).toContainText('no longer on your clipboard')
  await dialog.getByRole('button', { name: 'Go back' }).click()

  const started = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download .env' }).click()
  const download = await started
  expect(download.suggestedFilename()).toBe('waldur-Nightly-import.env')
  const file = await download.path()
  const [comment = '', ...settings] = (await readFile(file, 'utf8')).split('\n')
  expect(comment).toMatch(/^# Personal access token “Nightly \/ import” expires on \d{4}-\d\d-\d\dT[\d:]{8}Z$/)
  expect(settings).toEqual([`WALDUR_API_URL=${origin}`, `WALDUR_ACCESS_TOKEN=${secret}`, ''])
  const status = dialog.getByRole('status', { name: 'Download' })
  await expect(status).toContainText('It contains the secret and stays there until you delete it.')
  await expect(status).toContainText('set -a; . ./waldur-Nightly-import.env')
  expect(await runCurl(`set -a; . '${file}'\n${text}`, { WALDUR_ACCESS_TOKEN: 'not this one' })).toContain(
    'Läänemere kliimamudel',
  )
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test('without a clipboard, the example is selected for copying by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  const dialog = await createBound(page)
  await dialog.getByRole('button', { name: 'Copy example' }).click()
  await expect(dialog.getByRole('status', { name: 'Copying the example' })).toContainText('Press Ctrl+C')
  const text = await example(dialog, 'curl')
  expect(await page.evaluate(() => getSelection()?.toString())).toContain(text.trim())
})

test('the examples and the test of the token work by keyboard', async ({ page }) => {
  const dialog = await createBound(page)
  await dialog.getByRole('tab', { name: 'curl' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('tabpanel', { name: 'waldur-cli' })).toContainText('waldur-cli whoami')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('tabpanel', { name: 'Ansible' })).toContainText('no_log: true')
  await dialog.getByRole('button', { name: 'Test token' }).press('Enter')
  await expect(dialog.getByRole('status', { name: 'Test result' })).toContainText('Waldur accepted the token')
  await expect(dialog.getByRole('button', { name: 'Test token' })).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Why?' }).press('Enter')
  await expect(dialog).toContainText('They send “Token” where Waldur wants “Bearer”')
  await expect(dialog.getByRole('button', { name: 'Why?' })).toBeFocused()
})
