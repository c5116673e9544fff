import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import { filtersOf } from './filters.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const at = (days: number) => new Date(NOW + days * DAY).toISOString()
const token = (change: Partial<Token> = {}) =>
  tokenWith({ expires_at: at(100), last_used_at: at(-1), created: at(-200), ...change })

test('each state has its chip, and tokens that need attention have more', () => {
  expect(filtersOf(token(), [], NOW)).toEqual(['active'])
  expect(filtersOf(token({ expires_at: at(13) }), [{ kind: 'ends soon' }], NOW)).toEqual(['active', 'ending'])
  expect(filtersOf(token({ last_used_at: null }), [], NOW)).toEqual(['active', 'unused'])
  expect(filtersOf(token({ last_used_at: at(-90) }), [{ kind: 'unused' }], NOW)).toEqual(['active', 'unused'])
  expect(filtersOf(token({ last_used_at: at(-89) }), [], NOW)).toEqual(['active'])
  expect(filtersOf(token(), [{ kind: 'dead' }], NOW)).toEqual(['active', 'attention'])
  expect(filtersOf(token({ is_active: false }), [], NOW)).toEqual(['revoked'])
  expect(filtersOf(token({ is_active: false, expires_at: at(-1) }), [], NOW)).toEqual(['expired'])
})

test('a token is under exactly one state', () => {
  const days = fc.integer({ min: -400, max: 400 })
  fc.assert(
    fc.property(days, days, fc.boolean(), (ends, used, is_active) => {
      const passed = filtersOf(token({ expires_at: at(ends), last_used_at: at(used), is_active }), [], NOW)
      expect(passed.filter((filter) => ['active', 'expired', 'revoked'].includes(filter))).toHaveLength(1)
    }),
  )
})
