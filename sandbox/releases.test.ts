import { expect, test } from 'vitest'
import { permissionGroups, permissionsOf } from './permissions.ts'
import { has, releaseNamed, releases } from './releases.ts'
import { start } from './testClient.ts'

test('a release is chosen by its number, or by one of two names', () => {
  expect(releases.map((release) => releaseNamed(release))).toEqual(releases)
  expect([releaseNamed(), releaseNamed(''), releaseNamed('newest'), releaseNamed('seed')]).toEqual([
    ...['8.1.3', '8.1.3', '8.1.3', '8.0.9'],
  ])
  expect(() => releaseNamed('constructor')).toThrow('There is no release constructor here.')
  expect(() => releaseNamed('8.1.0')).toThrow(
    'There is no release 8.1.0 here. Choose from 8.0.7, 8.0.9, 8.1.2, 8.1.3, seed, newest.',
  )
})

test('a release has its own features and the earlier ones', () => {
  expect(releases.map((release) => has(release, 'bindings'))).toEqual([false, true, true, true])
  expect(releases.map((release) => has(release, 'passkeys'))).toEqual([false, false, false, true])
})

test('each release has as many permissions as its published client', () => {
  expect(releases.map((release) => permissionsOf(release).length)).toEqual([121, 130, 136, 142])
  const labeled = releases.map((release) => permissionGroups(release).flatMap(({ options }) => options).length)
  expect(labeled).toEqual([121, 130, 136, 142])
})

test('staff can read the limits that the release has', async () => {
  const { sandbox, signedIn } = await start({ generation: '8.0.9' })
  const staff = await signedIn('staff')
  const names = async () => Object.keys((await staff('GET', '/api/override-settings/')).json as object)
  expect(await names()).toEqual(['PAT_ENABLED', 'PAT_MAX_LIFETIME_DAYS', 'PAT_MAX_TOKENS_PER_USER'])
  sandbox.settings.generation = '8.1.2'
  expect(await names()).toHaveLength(5)
})

test('proposals have decision_held since 8.1.3', async () => {
  const { sandbox, signedIn } = await start()
  const staff = await signedIn('staff')
  const first = async () => ((await staff('GET', '/api/proposal-proposals/')).json as object[])[0]
  expect(await first()).toMatchObject({ decision_held: null })
  sandbox.settings.generation = '8.1.2'
  expect(await first()).not.toHaveProperty('decision_held')
})
