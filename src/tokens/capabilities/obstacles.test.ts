import { describe, expect, test } from 'vitest'
import type { Token } from '../schema.ts'
import { tokenWith } from '../tokenCases.ts'
import type { Capabilities } from './obstacles.ts'
import { createObstacle, isTurnedOff, networksObstacle, revokeObstacle, rotateObstacle } from './obstacles.ts'

const NOW = Date.UTC(2026, 10, 23)
const free: Capabilities = { byAccessToken: false, mayCreate: true, enabled: true }
const token = (change: Partial<Token> = {}) => tokenWith({ expires_at: '2026-12-24T00:00:00Z', ...change })
const expired = token({ expires_at: '2026-11-01T00:00:00Z' })

describe('create', () => {
  test.each([
    [free, null],
    [{ ...free, mayCreate: undefined, enabled: undefined }, null],
    [{ ...free, mayCreate: false }, 'not-allowed'],
    [{ ...free, enabled: false }, 'switched-off'],
    [{ byAccessToken: true, mayCreate: false, enabled: false }, 'access-token'],
  ])('%j → %s', (capabilities, obstacle) => {
    expect(createObstacle(capabilities)).toBe(obstacle)
  })
})

test.each([
  [free, false],
  [{ ...free, mayCreate: undefined, enabled: undefined }, false],
  [{ ...free, enabled: false }, true],
  [{ ...free, mayCreate: false }, true],
])('%j disables all tokens: %s', (capabilities, isOff) => {
  expect(isTurnedOff(capabilities)).toBe(isOff)
})

test('rotating needs an active token, not the flag', () => {
  expect(rotateObstacle(token(), { ...free, mayCreate: false }, NOW)).toBeNull()
  expect(rotateObstacle(expired, free, NOW)).toBe('expired')
  expect(rotateObstacle(token({ is_active: false }), free, NOW)).toBe('inactive')
  expect(rotateObstacle(token(), { ...free, enabled: false }, NOW)).toBe('switched-off')
  expect(rotateObstacle(token(), { ...free, byAccessToken: true }, NOW)).toBe('access-token')
})

test('networks can be changed on an active token, whatever is turned off', () => {
  expect(networksObstacle(token(), { ...free, mayCreate: false, enabled: false }, NOW)).toBeNull()
  expect(networksObstacle(expired, free, NOW)).toBe('expired')
  expect(networksObstacle(token({ is_active: false }), free, NOW)).toBe('inactive')
  expect(networksObstacle(token(), { ...free, byAccessToken: true }, NOW)).toBe('access-token')
})

test('revoking stays possible when nothing else is', () => {
  expect(revokeObstacle(token(), { ...free, mayCreate: false, enabled: false })).toBeNull()
  expect(revokeObstacle(expired, free)).toBeNull()
  expect(revokeObstacle(token({ is_active: false }), free)).toBe('inactive')
  expect(revokeObstacle(token(), { ...free, byAccessToken: true })).toBe('access-token')
})
