import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import {
  addRow,
  fillCreate,
  limitToEntities,
  openCreate,
  pickEntity,
  submitAndReveal,
  tickPermission,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { expectNoSidewaysScroll, readSecret, rotate, signIn, statusOf, tokenRow } from './steps.ts'

const run = promisify(execFile)

const openHowToUse = (dialog: Locator) => dialog.getByRole('button', { name: 'How to use it' }).click()

/** The text of the example in a language. */
async function example(dialog: Locator, language: string): Promise<string> {
  await dialog.getByRole('tab', { name: language }).click()
  const panel = dialog.getByRole('tabpanel', { name: language })
  return (await panel.getByText('WALDUR_TOKEN').textContent()) ?? ''
}

/** What a program writes that is run as the example says: nothing but the environment knows the secret. */
async function runs(program: string, parameters: string[], secret: string): Promise<string> {
  const environment = { PATH: process.env['PATH'], WALDUR_TOKEN: secret }
  const { stdout } = await run(program, parameters, { env: environment, timeout: 20_000 })
  return stdout
}

const runCurl = (text: string, secret: string) => runs('bash', ['-euo', 'pipefail', '-c', text], secret)

const runNode = (text: string, secret: string) =>
  runs(process.execPath, ['--input-type=module', '--eval', text], secret)

async function createBound(page: Page): Promise<Locator> {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'Nightly / import', 'ORDER.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  return await submitAndReveal(page, form)
}

async function createUnbound(page: Page): Promise<Locator> {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'ci', 'PROJECT.CREATE')
  await tickPermission(form, 'RESOURCE.LIST')
  return await submitAndReveal(page, form)
}

for (const [kind, create, path, answered, leftOut] of [
  ['bound', createBound, '/api/projects/', 'Läänemere kliimamudel', 'Genomics'],
  ['unbound', createUnbound, '/api/marketplace-resources/', 'baltic-hindcast', 'Läänemere kliimamudel'],
] as const) {
  test(`the examples of a token that is ${kind} run as they stand`, async ({ origin, page, sandbox }) => {
    const dialog = await create(page)
    const secret = await readSecret(page)
    await openHowToUse(dialog)
    for (const language of ['curl', 'Python', 'JavaScript', 'GitLab CI']) {
      const text = await example(dialog, language)
      expect(text).toContain(`${origin}${path}?`)
      expect(text).not.toContain(secret)
    }
    const text = await example(dialog, 'curl')
    const calls = () => sandbox.requests.filter((request) => request.path === path && request.status === 200).length
    const before = calls()
    const output = await runCurl(text, secret)
    expect(output).toContain(answered)
    expect(output).not.toContain(leftOut)
    expect(await runNode(await example(dialog, 'JavaScript'), secret)).toContain(answered)
    expect(calls()).toBe(before + 2)
    // Refused, a script must not go on.
    await expect(runCurl(text, `${secret}x`)).rejects.toThrow('401')
    await expect(runNode(await example(dialog, 'JavaScript'), `${secret}x`)).rejects.toThrow('Invalid token.')
  })
}

test('the job of GitLab CI holds the curl that runs', async ({ page }) => {
  const dialog = await createBound(page)
  const secret = await readSecret(page)
  await openHowToUse(dialog)
  const job = await example(dialog, 'GitLab CI')
  const script = job.slice(job.indexOf('- |') + '- |'.length).replaceAll(/^ {6}/gm, '')
  expect(await runCurl(script, secret)).toContain('Läänemere kliimamudel')
})

test('copying an example says so, and that the secret is no longer on the clipboard', async ({ context, page }) => {
  const dialog = await createBound(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  await openHowToUse(dialog)
  await dialog.getByRole('button', { name: 'Copy example' }).click()
  await expect(dialog.getByRole('status', { name: 'Copying the example' })).toHaveText('Copied in place of the secret')
  await expect(dialog).toContainText('The clipboard holds the example now.')
  const other = await context.newPage()
  await other.goto('/tokens')
  await other.getByRole('textbox', { name: 'Username' }).press('ControlOrMeta+V')
  expect(await other.getByRole('textbox', { name: 'Username' }).inputValue()).toContain('$WALDUR_TOKEN')
  await page.bringToFront()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog.getByRole('alert')).toContainText('no longer on your clipboard')
})

test('an example that cannot be copied is not called copied, and is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  const dialog = await createBound(page)
  await openHowToUse(dialog)
  await dialog.getByRole('button', { name: 'Copy example' }).click()
  await expect(dialog.getByRole('status', { name: 'Copying the example' })).toContainText('press Ctrl+C')
  const text = await example(dialog, 'curl')
  expect(await page.evaluate(() => getSelection()?.toString())).toContain(text.trim())
})

test('the downloaded file holds address and secret, a shell reads it, and it counts as saved', async ({
  origin,
  page,
}) => {
  const dialog = await createBound(page)
  const secret = await readSecret(page)
  await openHowToUse(dialog)
  const text = await example(dialog, 'curl')
  const started = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download .env' }).click()
  const download = await started
  expect(download.suggestedFilename()).toBe('waldur-Nightly-import.env')
  const file = await download.path()
  expect(await readFile(file, 'utf8')).toBe(`WALDUR_URL=${origin}\nWALDUR_TOKEN=${secret}\n`)
  const said = dialog.getByRole('status', { name: 'Download' })
  await expect(said).toContainText('The file stays where it is saved.')
  await expect(said).toContainText('set -a; . ./waldur-Nightly-import.env')
  expect(await runCurl(`set -a; . '${file}'\n${text}`, 'not this one')).toContain('Läänemere kliimamudel')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test.describe('Test this token', () => {
  const result = (dialog: Locator) => dialog.getByRole('status', { name: 'Result of the test' })
  const press = (dialog: Locator) => dialog.getByRole('button', { name: 'Test this token' }).click()

  test('says as whom it is accepted and what it sees', async ({ page, sandbox }) => {
    const dialog = await createBound(page)
    await openHowToUse(dialog)
    await press(dialog)
    await expect(result(dialog)).toHaveText(
      'Waldur accepts it, as Kädi Tõnisson. The example call answers: Läänemere kliimamudel.',
    )
    const { query } = sandbox.requests.findLast(({ path }) => path === '/api/projects/') ?? {}
    expect(await example(dialog, 'curl')).toContain(`/api/projects/${query}'`)
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(tokenRow(page, 'Nightly / import')).not.toContainText('Never used')
  })

  test('says more than it names', async ({ page }) => {
    const dialog = await createUnbound(page)
    await openHowToUse(dialog)
    await press(dialog)
    await expect(result(dialog)).toContainText(/answers: .+ and \d+ more\./)
  })

  test('says that it sees nothing, where the roles do not reach', async ({ page }) => {
    const form = await openCreate(page, 'staff')
    await fillCreate(form, 'bound', 'PROJECT.LIST')
    await limitToEntities(form)
    await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
    const dialog = await submitAndReveal(page, form)
    await openHowToUse(dialog)
    await press(dialog)
    await expect(result(dialog)).toContainText('answers nothing: this token sees no projects.')
  })

  test('names the user alone, where all that the token was bound to is gone', async ({ page, sandbox }) => {
    const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
    await sandbox.createToken('owner', { name: 'orphan', allowed_scopes: [{ type: 'project', uuid }] })
    await sandbox.deleteEntity('project', uuid)
    await signIn(page, 'owner')
    const dialog = await rotate(page, 'orphan')
    await openHowToUse(dialog)
    expect(await example(dialog, 'curl')).toContain('/api/users/me/?field=uuid&field=username')
    await press(dialog)
    await expect(result(dialog)).toHaveText('Waldur accepts it, as Kädi Tõnisson.')
  })

  test('says how the example call fails', async ({ page, provoke, sandbox }) => {
    provoke(424)
    await sandbox.createToken('norole', { name: 'ci', scopes: ['ROUND.LIST'] })
    const detail = 'Extension is disabled.'
    sandbox.failNext('GET', '/api/proposal-protected-calls/', { status: 424, body: { detail } })
    await signIn(page, 'norole')
    const dialog = await rotate(page, 'ci')
    await openHowToUse(dialog)
    await press(dialog)
    await expect(result(dialog)).toContainText('Waldur accepts it, as Aino Öpik.')
    await expect(result(dialog)).toContainText(`The example call fails: ${detail}`)
  })

  test('says why a refusal may be, and the user stays signed in', async ({ origin, page, provoke, sandbox }) => {
    provoke(401)
    const dialog = await createBound(page)
    const secret = await readSecret(page)
    sandbox.settings.PAT_ENABLED = false
    await openHowToUse(dialog)
    await press(dialog)
    await expect(result(dialog)).toContainText('Waldur refuses it: Authentication credentials were not provided.')
    await expect(result(dialog)).toContainText('Personal access tokens may be switched off')
    await expect(dialog).not.toContainText('Your session ended')
    expect(await statusOf(origin, `Bearer ${secret}`)).toBe(401)
    sandbox.settings.PAT_ENABLED = true
    await press(dialog)
    await expect(result(dialog)).toContainText('Waldur accepts it')
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(tokenRow(page, 'Nightly / import')).toContainText('Active')
  })

  test('says that an address is not allowed', async ({ page, provoke, sandbox }) => {
    provoke(401)
    await sandbox.createToken('owner', { name: 'fenced', allowed_networks: ['192.0.2.0/24'] })
    await signIn(page, 'owner')
    const dialog = await rotate(page, 'fenced')
    await openHowToUse(dialog)
    await press(dialog)
    await expect(result(dialog)).toContainText('Waldur refuses it: Invalid token.')
    await expect(result(dialog)).toContainText('This computer’s address may not be among the networks')
  })
})

test('by keyboard, and for a screen reader', async ({ page }) => {
  const dialog = await createBound(page)
  const opener = dialog.getByRole('button', { name: 'How to use it' })
  await expect(opener).toHaveAttribute('aria-expanded', 'false')
  await opener.press('Enter')
  await expect(opener).toHaveAttribute('aria-expanded', 'true')
  await dialog.getByRole('tab', { name: 'curl' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('tabpanel', { name: 'Python' })).toContainText('import requests')
  await dialog.getByRole('button', { name: 'Test this token' }).press('Enter')
  await expect(dialog.getByRole('status', { name: 'Result of the test' })).toContainText('Waldur accepts it')
  await expect(dialog.getByRole('button', { name: 'Test this token' })).toBeFocused()
  await expectAccessible(page)
  await opener.press('Enter')
  await expect(dialog.getByRole('tab')).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('everything fits', async ({ page }) => {
    const dialog = await createBound(page)
    await openHowToUse(dialog)
    await expectNoSidewaysScroll(page)
    for (const language of ['curl', 'Python', 'JavaScript', 'GitLab CI']) {
      await expect(dialog.getByRole('tab', { name: language })).toBeInViewport({ ratio: 0.99 })
      await example(dialog, language)
    }
    await expectAccessible(page)
  })
})
