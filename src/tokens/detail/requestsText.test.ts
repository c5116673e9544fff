import { expect, it } from 'vitest'
import { requestsText } from './requestsText.ts'

it('never claims more than Waldur counts', () => {
  expect([null, 0, 1, 5120].map((use_count) => requestsText({ use_count }))).toEqual([
    null,
    null,
    'At least 1 request',
    'At least 5,120 requests',
  ])
})
