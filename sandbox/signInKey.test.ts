import { expect, test } from 'vitest'
import type { Started } from './testClient.ts'
import { start } from './testClient.ts'

/** Which of the places that show users include the owner's key. */
async function placesWithKey({ sandbox, as }: Started, authorization: string): Promise<string[]> {
  const send = as(authorization)
  const key = await sandbox.signIn('owner')
  const { uuid } = (await send('GET', '/api/users/me/?field=uuid')).json as { uuid: string }
  const places = ['me/', 'me/?field=uuid&field=token', `${uuid}/`, '?full_name=Kädi', '?full_name=Kädi&field=email']
  const responses = await Promise.all(places.map((place) => send('GET', `/api/users/${place}`)))
  expect(responses.map(({ status }) => status)).toEqual(places.map(() => 200))
  return places.filter((_, at) => responses[at]?.text.includes(key)).map((place) => place.replace(uuid, 'own record'))
}

const everywhere = ['me/', 'me/?field=uuid&field=token', 'own record/', '?full_name=Kädi']

test('a token can read its owner’s sign-in key wherever a sign-in can', async () => {
  const started = await start()
  const { sandbox } = started
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const { token } = await sandbox.createToken('owner', {
    scopes: ['ROUND.LIST'],
    allowed_scopes: [{ type: 'project', uuid }],
  })
  expect(await placesWithKey(started, `Token ${await sandbox.signIn('owner')}`)).toEqual(everywhere)
  expect(await placesWithKey(started, `Bearer ${token}`)).toEqual(everywhere)
})

test('a Waldur server that hides the key from tokens shows it to sign-ins only', async () => {
  const started = await start({ settings: { PAT_SEES_SIGN_IN_KEY: false } })
  const { token } = await started.sandbox.createToken('owner')
  expect(await placesWithKey(started, `Bearer ${token}`)).toEqual([])
  expect(await placesWithKey(started, `Token ${await started.sandbox.signIn('owner')}`)).toEqual(everywhere)
})

test('the key is shown neither to other users nor in a list with other users', async () => {
  const { sandbox, signedIn } = await start()
  const key = await sandbox.signIn('owner')
  const { json } = await (await signedIn('owner'))('GET', '/api/users/me/?field=uuid')
  const { uuid } = json as { uuid: string }
  const staff = await signedIn('staff')
  for (const path of [`/api/users/${uuid}/`, '/api/users/?full_name=Kädi'])
    expect((await staff('GET', path)).text).not.toContain(key)
  expect((await staff('GET', '/api/users/')).text).not.toContain(await sandbox.signIn('staff'))
})

test('a token can end its owner’s sign-in, but keeps working', async () => {
  const { as, sandbox, signedIn } = await start()
  const owner = await signedIn('owner')
  const { token } = await sandbox.createToken('owner')
  expect((await as(`Bearer ${token}`)('POST', '/api-auth/logout/')).status).toBe(204)
  expect((await owner('GET', '/api/users/me/')).status).toBe(401)
  expect((await as(`Bearer ${token}`)('GET', '/api/users/me/')).status).toBe(200)
})
