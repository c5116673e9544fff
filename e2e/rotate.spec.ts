import { expect, test } from './fixtures.ts'
import { choose, menuItem, openActions, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, clickTwiceAtOnce, runClockUntil } from './pageSteps.ts'
import { readSecret, revealDialog, rotate } from './revealSteps.ts'
import { responsesWith, sent, statusOf, tokenPath, tokensPath } from './sandboxSteps.ts'
import { coverOf, enterPassword, signIn } from './sessionSteps.ts'

const rotatePath = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/rotate\/$/

test('the new secret works, the old one stops working, and the end date stays', { tag: '@firefox' }, async ({
  origin,
  page,
  sandbox,
}) => {
  const old = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  expect(await statusOf(origin, `Bearer ${old.token}`)).toBe(200)
  await rotate(page, 'ci')
  const secret = await readSecret(page)
  expect(secret).not.toBe(old.token)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
  expect(await statusOf(origin, `Bearer ${old.token}`)).toBe(401)

  const [before, after] = (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')
  expect(before).toMatchObject({ uuid: old.uuid, isActive: false })
  expect(after).toMatchObject({ isActive: true, expiresAt: before?.expiresAt, scopes: before?.scopes })
  await revealDialog(page).getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await revealDialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(tokenRow(page, 'ci')).toHaveText([/Active/, /Revoked/])
  expect(sent(sandbox, 'POST', rotatePath)).toBe(1)
})

test('the dialog says what stays and what stops, and closing it changes nothing', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'terraform')
  await expect(dialog).toContainText('You’ll get a new secret')
  await expect(dialog).toContainText('The old secret stops working immediately')
  await expect(dialog).toContainText(/stay the same88 days left, until .*\d{4}, \d\d:\d\d (GMT\+[23]|EES?T)/)
  await expect(dialog).toContainText('Never used')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  for (const close of [
    () => page.keyboard.press('Enter'),
    () => page.keyboard.press('Escape'),
    () => page.mouse.click(5, 5),
  ]) {
    await close()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Actions for terraform' })).toBeFocused()
    await choose(page, 'Rotate', 'terraform')
  }
  expect(sent(sandbox, 'POST', rotatePath)).toBe(0)
})

test('only a token used within a day needs the checkbox, and one that has ended can’t be rotated', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  for (const [name, reason] of [
    ['spring-import', 'This token has expired. Rotating keeps the expiration, so replace or duplicate it instead.'],
    ['old-laptop', 'This token is no longer active.'],
  ] as const) {
    const menu = await openActions(page, name)
    await expect(menuItem(menu, 'Rotate')).toBeDisabled()
    await expect(menuItem(menu, 'Rotate')).toContainText(reason)
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }

  const unused = await choose(page, 'Rotate', 'legacy-inventory')
  await expect(unused.getByRole('checkbox')).toHaveCount(0)
  await expect(unused.getByRole('button', { name: 'Rotate token' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(unused).toBeHidden()

  const dialog = await choose(page, 'Rotate', 'ci-deploy')
  await expect(dialog).toContainText('In use3 minutes ago, from 192.0.2.17')
  await expect(dialog.getByRole('button', { name: 'Rotate token' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'I understand that anything using ci-deploy will stop working' }).check()
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  const [, after] = (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci-deploy')
  expect(after?.bindings).toEqual([{ type: 'project', uuid: (await sandbox.entity('project', 'Genomics')).uuid }])
})

row(
  'row 45: two clicks at once send one request, and nothing closes the dialog meanwhile',
  async ({ page, sandbox }) => {
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Rotate', 'ci')
    const release = sandbox.holdNext('POST', rotatePath)
    await clickTwiceAtOnce(dialog.getByRole('button', { name: 'Rotate token' }))
    await page.keyboard.press('Escape')
    await page.mouse.click(5, 5)
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
    release()
    await readSecret(page)
    expect(sent(sandbox, 'POST', rotatePath)).toBe(1)
    expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')).toHaveLength(2)
  },
)

test('rotating from the token’s page leads to the new token’s page, without another request first', async ({
  page,
  sandbox,
}) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Rotate', exact: true }).click()
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await readSecret(page)
  const next = (await sandbox.tokensOf('owner')).find(({ name, isActive }) => name === 'ci' && isActive)?.uuid ?? ''
  const release = sandbox.holdNext('GET', tokenPath(next))
  await revealDialog(page).getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await revealDialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(`/tokens/${next}`)
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeFocused()
  await expect(page.getByRole('definition').filter({ hasText: 'Never used' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeEnabled()
  await expect(revealDialog(page)).toHaveCount(0)
  release()
})

test('the secret is shown even if the list can’t be reloaded', async ({ page, provoke, sandbox }) => {
  provoke(500)
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  sandbox.failNext('GET', tokensPath, { status: 500, times: 9 })
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect.poll(() => responsesWith(sandbox, 500, tokensPath)).toBeGreaterThan(0)
  await readSecret(page)
})

row(
  'row 44: rotating a token that was rotated elsewhere says so and does nothing',
  async ({ origin, page, provoke, sandbox }) => {
    provoke(400)
    const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Rotate', 'ci')
    const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
    const path = `${origin}/api/personal-access-tokens/${uuid}/rotate/`
    expect((await fetch(path, { method: 'POST', headers })).status).toBe(201)
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    await expect(dialog.getByRole('note')).toContainText(/Cannot rotate an inactive token\.|was rotated|been rotated/)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(tokenRow(page, 'ci')).toHaveText([/Active/, /Revoked/])
  },
)

test('the dialog shows each rejection, and the next click tries again', async ({ page, provoke, sandbox }) => {
  provoke(403, 404, 429)
  await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  for (const [index, [status, body, sentence]] of (
    [
      [403, { detail: 'You do not have permission to perform this action.' }, 'You do not have permission'],
      [404, { detail: 'Not found.' }, 'The response was “not found” (404).'],
      [429, undefined, 'The server in front of Waldur is limiting requests.'],
    ] as const
  ).entries()) {
    sandbox.failNext('POST', rotatePath, { status, body })
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    await runClockUntil(page, status === 403 ? alerts(dialog) : dialog.getByRole('note'), sentence)
    expect(sent(sandbox, 'POST', rotatePath)).toBe(index + 1)
  }
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
})

test('a session that has ended keeps the token, and the dialog for after the sign-in', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(401)
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  sandbox.failNext('POST', rotatePath, { status: 401, body: { detail: 'Token has expired.' } })
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(coverOf(page)).toBeVisible()
  await enterPassword(page, 'owner')
  await expect(alerts(dialog)).toHaveText('You’re signed in again. Nothing was changed.')
  expect(sent(sandbox, 'POST', rotatePath)).toBe(1)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
})

test('closing without the secret also leads to the new token’s page', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  const reveal = revealDialog(page)
  await reveal.getByRole('button', { name: 'Done' }).click()
  await reveal.getByRole('button', { name: 'Close anyway' }).click()
  const next = (await sandbox.tokensOf('owner')).find((token) => token.name === 'ci' && token.isActive)
  await expect(page).toHaveURL(`/tokens/${next?.uuid}`)
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeEnabled()
  await expect(reveal).toHaveCount(0)
})
