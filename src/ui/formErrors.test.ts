import { expect, test } from 'vitest'
import { ApiError } from '../api/errors.ts'
import { langOf, showErrors } from './formErrors.ts'

test('only Waldur’s own words are marked as English, at the field they are about', () => {
  const shown: [field: unknown, lang: string | undefined][] = []
  const problems = [
    { path: ['name'], text: 'Too long.' },
    { path: ['days'], text: ' ' },
  ]
  showErrors<{ name: string; days: string }, unknown>(
    { setError: (field, error) => shown.push([field, langOf(error)]) },
    new ApiError(400, problems, {
      retryAfter: null,
      asked: { method: 'POST', path: '/', isImpersonating: false, requestId: null },
    }),
    new Map([
      ['name', 'name'],
      ['days', 'days'],
    ] as const),
  )
  expect(shown).toEqual([
    ['name', 'en'],
    ['days', undefined],
  ])
  expect(langOf({ type: 'custom' })).toBeUndefined()
})
