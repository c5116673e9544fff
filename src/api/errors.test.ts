import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ApiError, asksForPasskey, problemsOf } from './errors.ts'

describe('problemsOf', () => {
  test.each([
    ['a detail', { detail: 'Not found.' }, [{ path: [], text: 'Not found.' }]],
    ['a bare list', ['Cannot rotate an inactive token.'], [{ path: [], text: 'Cannot rotate an inactive token.' }]],
    ['a field', { name: ['This field may not be blank.'] }, [{ path: ['name'], text: 'This field may not be blank.' }]],
    [
      'items by index',
      { scopes: { '1': ['May not be null.'] } },
      [{ path: ['scopes', '1'], text: 'May not be null.' }],
    ],
    [
      'aligned rows',
      { allowed_scopes: [{}, { uuid: ['Must be a valid UUID.'] }] },
      [{ path: ['allowed_scopes', '1', 'uuid'], text: 'Must be a valid UUID.' }],
    ],
    [
      'a list of texts, without index',
      { allowed_scopes: ['one', 'two'] },
      [
        { path: ['allowed_scopes'], text: 'one' },
        { path: ['allowed_scopes'], text: 'two' },
      ],
    ],
    [
      'the whole of a field',
      { allowed_scopes: { non_field_errors: ['Expected a list.'] } },
      [{ path: ['allowed_scopes'], text: 'Expected a list.' }],
    ],
    ['the whole request', { non_field_errors: ['Limit reached.'] }, [{ path: [], text: 'Limit reached.' }]],
    ['nothing to read', null, []],
    [
      'no handle of a sign-in that a passkey completes',
      { detail: 'Passkey.', passkey_required: true, pending_passkey_ceremony: '0f6c2f0f-2d4f-4f0d-9c3a-6f1d2b3c4d5e' },
      [
        { path: [], text: 'Passkey.' },
        { path: ['passkey_required'], text: '' },
      ],
    ],
  ])('reads %s', (_name, body, expected) => {
    expect(problemsOf(body)).toEqual(expected)
  })

  test('reads absurdly deep nesting quickly', () => {
    let body: unknown = 'no'
    for (let level = 0; level < 200_000; level++) body = level % 2 === 0 ? { a: body } : ['no', body]
    const problems = problemsOf(body)
    expect(problems).toHaveLength(100_001)
    expect(problems.at(-1)).toEqual({ path: ['1', 'a', '1', 'a', '1', 'a', '1', 'a'], text: 'no' })
  })

  const text = fc.string({ minLength: 1 })
  const { body } = fc.letrec<{ body: unknown }>((tie) => ({
    body: fc.oneof(
      { maxDepth: 5 },
      text,
      fc.constantFrom(null, true, 7),
      fc.array(tie('body'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('body'), { maxKeys: 4 }),
    ),
  }))

  test('drops no text, whatever the nesting', () => {
    fc.assert(
      fc.property(body, (value) => {
        expect(problemsOf(value).map((problem) => problem.text)).toEqual(textsIn(value))
      }),
      { numRuns: 10_000 },
    )
  })
})

test.each([
  [403, 'Creating a personal access token requires a passkey-verified session.', 'anybody'],
  [403, 'Das Erstellen erfordert eine mit Passkey bestätigte Sitzung.', 'anybody'],
  [401, 'Impersonation requires a passkey-verified session.', 'whoever impersonates'],
  [403, 'PAT management requires session or token authentication.', 'nobody'],
  [401, 'Invalid token.', 'nobody'],
  [400, 'A token named passkey is there already.', 'nobody'],
  [429, 'Too many passkeys were tried.', 'nobody'],
  [503, 'The passkey service is down.', 'nobody'],
])('%i “%s” asks %s for a passkey', (status, text, whom) => {
  const asks = (isImpersonating: boolean) =>
    asksForPasskey(
      new ApiError(status, [{ path: [], text }], {
        asked: { method: 'GET', path: '/api/users/me/', isImpersonating, requestId: null },
      }),
    )
  expect([asks(false), asks(true)]).toEqual([whom === 'anybody', whom !== 'nobody'])
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
