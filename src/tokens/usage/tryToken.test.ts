import { expect, test } from 'vitest'
import { ApiError } from '../../api/errors.ts'
import { rejectionText } from './tryToken.ts'

test.each([401, 403])('Waldur’s message with a %i cannot change the reading order', (status) => {
  const said = rejectionText(new ApiError(status, [{ path: [], text: 'No\u202ethank you' }]))
  expect(said).toContain('No⟨U+202E⟩thank you')
  expect(said).not.toContain('\u202e')
})
