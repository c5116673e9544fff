import { expect, test } from 'vitest'
import { start } from './testClient.ts'

async function started() {
  const all = await start()
  const [other] = (await (await all.signedIn('staff'))('GET', '/api/users/?query=manager')).json as { uuid: string }[]
  return { ...all, path: `/api/users/${other?.uuid}/` }
}

test('a token of staff can change other users without STAFF.ACCESS', async () => {
  const { as, path, sandbox } = await started()
  const { token } = await sandbox.createToken('staff', { scopes: ['PROJECT.UPDATE'] })
  const send = as(`Bearer ${token}`)
  const changed = await send('PATCH', path, { is_support: true, can_use_personal_access_tokens: false })
  expect([changed.status, changed.json]).toMatchObject([
    200,
    { username: 'manager', is_support: true, can_use_personal_access_tokens: false },
  ])
  expect(changed.json).not.toHaveProperty('token')
  expect((await send('POST', `${path}change_password/`, { new_password: 'other' })).json).toEqual({
    status: 'password set',
  })
  const signIn = await as()('POST', '/api-auth/password/', { username: 'manager', password: 'other' })
  expect(signIn.status).toBe(200)
})

test('support can change no one; a user out of sight is a 404', async () => {
  const { path, signedIn } = await started()
  const support = await signedIn('support')
  expect((await support('GET', path)).json).toMatchObject({ username: 'manager', is_staff: false })
  const norole = await signedIn('norole')
  for (const [send, status] of [
    [support, 403],
    [await signedIn('owner'), 403],
    [norole, 404],
  ] as const) {
    expect((await send('PATCH', path, { first_name: 'x' })).status).toBe(status)
    expect((await send('POST', `${path}change_password/`, { new_password: 'x' })).status).toBe(status)
  }
})

test.each([
  [{ first_name: 5 }, { first_name: ['Not a valid string.'] }],
  [{ is_staff: 'maybe' }, { is_staff: ['Must be a valid boolean.'] }],
])('%j is rejected', async (body, rejection) => {
  const { path, signedIn } = await started()
  const response = await (await signedIn('staff'))('PATCH', path, body)
  expect([response.status, response.json]).toEqual([400, rejection])
})

test('an invalid e-mail address and a missing password are rejected', async () => {
  const { path, signedIn } = await started()
  const staff = await signedIn('staff')
  expect((await staff('POST', `${path}change_email/`, { email: 'x' })).json).toEqual({
    email: ['Enter a valid email address.'],
  })
  expect((await staff('POST', `${path}change_email/`, {})).json).toEqual({ email: ['This field is required.'] })
  expect((await staff('POST', `${path}change_password/`, {})).json).toEqual({
    new_password: ['This field is required.'],
  })
})
