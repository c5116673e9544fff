import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { sent } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const path = '/api/event-consumers/'

const places = async (buttons: Locator): Promise<unknown> =>
  await Promise.all((await buttons.all()).map((button) => button.boundingBox()))

test('a token’s page and the dialogs that stop it name its event queues, and no button moves', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  const [token] = (await sandbox.tokensOf('owner')).filter(({ name, isActive }) => name === 'terraform' && isActive)
  if (!token) throw new Error('no token')
  await sandbox.addQueue('owner', token)
  const release = sandbox.holdNext('GET', path)
  const dialog = await choose(page, 'Revoke', 'terraform')
  await expect.poll(() => sent(sandbox, 'GET', path)).toBe(1)
  // The dialog has faded in.
  await expect(dialog).toHaveCSS('opacity', '1')
  const buttons = dialog.getByRole('button')
  const before = await places(buttons)
  release()
  await expect(dialog.getByRole('status')).toHaveText(
    '1 event queue was registered with a token that has this name and prefix. It may stop receiving events. Register it again with another token.',
  )
  expect(await places(buttons)).toEqual(before)
  // A screen reader reads the status once; an alert inside would make it read again.
  await expect(alerts(dialog)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const rotation = await choose(page, 'Rotate', 'terraform')
  await expect(rotation.getByText('Register it again with the new secret.')).toBeVisible()
  await rotation.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('link', { name: 'terraform', exact: true }).click()
  await expect(page.getByText('1 registered with a token that has this name and prefix')).toBeVisible()
})

test('if the queues can’t be read, one sentence says so; several tokens of one name are named once', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(403)
  const [agent] = (await sandbox.tokensOf('owner')).filter(({ name, isActive }) => name === 'slurm-sync' && isActive)
  if (!agent) throw new Error('no token')
  // Another token of this name that ends at the same time: the queues may belong to either.
  await sandbox.createToken('owner', { name: agent.name, expires_at: new Date(agent.expiresAt / 1000).toISOString() })
  await signIn(page, 'owner')
  sandbox.failNext('GET', path, { status: 403, body: { detail: 'No.' } })
  const rotation = await choose(page, 'Rotate', 'terraform')
  await expect(
    rotation.getByText('If an event queue was registered with this token, it may stop receiving events.'),
  ).toBeVisible()
  await rotation.getByRole('button', { name: 'Cancel' }).click()

  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
  await box('slurm-sync').nth(0).check()
  await box('slurm-sync').nth(1).check()
  await box('terraform').first().check()
  await page.getByRole('button', { name: 'Revoke 3 tokens' }).click()
  const many = page.getByRole('dialog', { name: 'Revoke 3 tokens' })
  await expect(many.getByText(/^2 event queues were registered .*: slurm-sync\. They may stop/)).toBeVisible()
})
