import { has, latestRelease, releases } from '../sandbox/releases.ts'
import { expectAccessible } from './axe.ts'
import { fillCreate, openCreate, submit, submitAndReveal } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { isFull } from './full.ts'
import { menuItem, openPageActions, tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { readSecret, revealDialog, storeAndClose } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'
import { enterPassword, signInByForm } from './sessionSteps.ts'

const lacks = {
  '8.0.7':
    'This Waldur server can’t limit tokens to places or IP addresses. They work everywhere you have their permissions.',
  '8.0.9': 'This Waldur server can’t limit tokens to IP addresses.',
  '8.1.2': null,
  '8.1.3': null,
}

// Nearly every other journey runs on the latest release, and some on 8.0.9.
const tried = isFull ? releases : (['8.0.7'] as const)

for (const generation of tried) {
  test.describe(`on Waldur ${generation}`, () => {
    test.use({ sandboxOptions: { generation } })

    test('a token is created, rotated and revoked, and the form says what is missing', async ({
      origin,
      page,
      provoke,
      sandbox,
    }) => {
      // This release takes the request for the types of places for one about a token of that name.
      if (!has(generation, 'bindings')) provoke(404)
      const form = await openCreate(page, 'owner')
      const lackNote = form.getByText(/This Waldur server can’t limit/)
      const lack = lacks[generation]
      if (lack) await expect(lackNote).toHaveText(lack)
      const places = form.getByRole('radio', { name: 'Only in specific places' })
      await expect(places).toHaveCount(has(generation, 'bindings') ? 1 : 0)
      await expect(lackNote).toHaveCount(lack ? 1 : 0)
      await fillCreate(form, 'deploy-bot', 'PROJECT.LIST')
      await submitAndReveal(page, form)
      const first = await readSecret(page)
      await storeAndClose(page)
      expect(await statusOf(origin, `Bearer ${first}`)).toBe(200)

      await tokenRow(page, 'deploy-bot').getByRole('link', { name: 'deploy-bot' }).click()
      await expect(page.getByRole('heading', { name: 'deploy-bot', level: 1 })).toBeVisible()
      await page.getByRole('button', { name: 'Rotate', exact: true }).click()
      const rotate = page.getByRole('dialog', { name: 'Rotate deploy-bot' })
      await rotate.getByRole('checkbox').check()
      await rotate.getByRole('button', { name: 'Rotate token' }).click()
      await expect(revealDialog(page)).toBeVisible()
      const second = await readSecret(page)
      await storeAndClose(page)
      expect([await statusOf(origin, `Bearer ${first}`), await statusOf(origin, `Bearer ${second}`)]).toEqual([
        401, 200,
      ])
      await expect(alerts(page).filter({ hasNotText: 'This Waldur server can’t tell' })).toHaveCount(0)

      await page.getByRole('button', { name: 'Account menu' }).click()
      await page.getByRole('menuitem', { name: 'About this Waldur server' }).click()
      const about = page.getByRole('dialog', { name: 'About this Waldur server' })
      await expect(about).toContainText(`This is Waldur ${generation} or similar.`)
      await expect(about).toContainText(origin)
      await about.getByRole('button', { name: 'Close' }).click()
      await expect(page.getByRole('button', { name: 'Account menu' })).toBeFocused()

      await menuItem(await openPageActions(page), 'Revoke').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      expect(await statusOf(origin, `Bearer ${second}`)).toBe(401)
      expect(
        (await sandbox.tokensOf('owner')).filter(({ name, isActive }) => name === 'deploy-bot' && isActive),
      ).toEqual([])
    })
  })
}

test('a failed check of the release says so and can be tried again', async ({ page, provoke, sandbox }) => {
  provoke(500)
  await signInByForm(page, 'owner')
  sandbox.failNext('OPTIONS', tokensPath, { status: 500 })
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'About this Waldur server' }).click()
  const about = page.getByRole('dialog', { name: 'About this Waldur server' })
  await expect(alerts(about)).toContainText('Couldn’t check which release this Waldur server runs.')
  await about.getByRole('button', { name: 'Try again' }).click()
  await expect(about).toContainText(`This is Waldur ${latestRelease} or similar.`)
  await expectAccessible(page)
})

test.describe('on a Waldur server without places', () => {
  test.use({ sandboxOptions: { generation: '8.0.7' } })

  test('the form says that the places of a link are impossible, and asks what to do', async ({
    page,
    provoke,
    sandbox,
  }) => {
    provoke(404)
    const { uuid } = await sandbox.entity('project', 'Genomics')
    await page.goto(`/tokens/new#name=ci&scopes=PROJECT.UPDATE&bind=project:${uuid}`)
    await enterPassword(page, 'owner')
    const form = createForm(page)
    await expect(form.getByRole('group', { name: /can’t limit tokens to places/ })).toBeVisible()
    await submit(form)
    await expect(form).toContainText('The token wasn’t created. Check this field: Where it works.')
    expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
    await form.getByRole('button', { name: 'Let it work everywhere' }).click()
    await expect(form).toContainText('ci will be able to update projects everywhere')
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).at(-1)).toMatchObject({ name: 'ci', bindings: [] })
  })
})
