import { afterEach, expect, test, vi } from 'vitest'
import { dateProblem } from './dateProblem.ts'
import { localMs } from './lifetime.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['', false, 'Choose a date and time.'],
  ['', true, 'This date is incomplete or doesn’t exist. Correct it.'],
  ['2027-02-30T10:00', false, 'This date is incomplete or doesn’t exist. Correct it.'],
  ['2027-03-03', false, 'This date is incomplete or doesn’t exist. Correct it.'],
  ['3.4.27', false, 'This date is incomplete or doesn’t exist. Correct it.'],
  ['12027-03-03T10:00', false, 'This date is incomplete or doesn’t exist. Correct it.'],
  ['2027-03-28T03:30', false, 'The clocks go forward that day and skip this time. Choose another one.'],
  ['2027-03-28T03:30:15', false, 'The clocks go forward that day and skip this time. Choose another one.'],
])('%j (withheld: %s): %s', (text, isWithheld, sentence) => {
  vi.stubEnv('TZ', 'Europe/Tallinn')
  expect(localMs(text)).toBeNaN()
  expect(dateProblem(text, isWithheld)).toBe(sentence)
})
