import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { openTool, tokenRow } from './listSteps.ts'
import { rotate } from './revealSteps.ts'
import { waitForPreload } from './sandboxSteps.ts'
import { findSecret } from './secretPlaces.ts'
import { signIn } from './sessionSteps.ts'

async function openFinder(page: Page) {
  await signIn(page, 'owner')
  await openTool(page, 'Identify a token')
  const finder = page.getByRole('dialog', { name: 'Identify a token' })
  const field = finder.getByRole('textbox', { name: 'Token or its beginning' })
  await expect(field).toBeFocused()
  return { finder, field }
}

/** Pastes as the browser does: the text arrives in one event, before the field contains it. */
const paste = async (page: Page, text: string): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+V')
  await page.evaluate(() => navigator.clipboard.writeText(''))
}

test('a pasted secret leads to its token and leaves no trace', async ({ page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'found-in-a-log' })
  const { finder, field } = await openFinder(page)
  await waitForPreload(sandbox)
  const before = sandbox.requests.length
  await paste(page, `10.1.2.3 - "GET /?token=${token} HTTP/1.1" 401`)
  await expect(field).toHaveValue(token.slice(0, 12))
  await expect(finder.getByRole('status')).toContainText('One of your tokens expires in that second')
  await expect(finder.getByRole('link', { name: 'found-in-a-log' })).toHaveAttribute('href', `/tokens/${uuid}`)
  const random = token.slice(13)
  expect(await findSecret(page, random), 'places that hold the random part').toEqual([])
  expect(
    sandbox.requests.slice(before).map(({ path }) => path),
    'nothing is sent',
  ).toEqual([])
  await finder.getByRole('link', { name: 'found-in-a-log' }).click()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  await expect(page.getByRole('heading', { name: 'found-in-a-log', level: 1 })).toBeVisible()
})

test('the random part never appears in the field, however it is entered; other texts get an explanation', async ({
  page,
  sandbox,
}) => {
  const { token } = await sandbox.createToken('owner', { name: 'typed' })
  const { finder, field } = await openFinder(page)
  const seen = await field.evaluateHandle((input: HTMLInputElement) => {
    const values: string[] = []
    input.addEventListener('input', () => values.push(input.value), true)
    return values
  })
  await paste(page, token)
  await page.keyboard.type(token.slice(12))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(token)
  await expect(field).toHaveValue(token.slice(0, 12))
  for (const value of await seen.jsonValue()) expect(token.slice(0, 12)).toContain(value)

  await field.clear()
  await page.keyboard.type('w_1600000000')
  await expect(finder).toContainText('and no longer works.')
  await expect(finder.getByRole('status')).toContainText('None of your tokens expires in that second')
  await field.clear()
  await paste(page, 'ghp_0123456789')
  await expect(finder.getByRole('status')).toContainText('No Waldur token found in that text.')
  await expect(field).toHaveValue('')
})

test('a rotated token is found together with its replacement', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'turned' })
  await signIn(page, 'owner')
  const reveal = await rotate(page, 'turned')
  await reveal.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await reveal.getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'turned')).toHaveCount(2)
  await openTool(page, 'Identify a token')
  const finder = page.getByRole('dialog', { name: 'Identify a token' })
  await paste(page, token)
  await expect(finder.getByRole('status')).toContainText(
    '2 of your tokens expire in that second. Rotating keeps the expiration.',
  )
  await expect(finder.getByRole('link', { name: 'turned' })).toHaveCount(2)
  await expect(finder.getByRole('button', { name: 'Revoke' })).toHaveCount(1)
  await finder.getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('dialog', { name: 'Revoke turned' })).toBeVisible()
})
