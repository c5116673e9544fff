import { expect, onTestFinished, test, vi } from 'vitest'
import { keepScheme } from './schemeStorage.ts'

test('a full storage keeps nobody from choosing', () => {
  const setItem = vi.fn(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  })
  vi.stubGlobal('window', { localStorage: { setItem } })
  onTestFinished(() => void vi.unstubAllGlobals())
  keepScheme('dark')
  expect(setItem).toHaveBeenCalledWith('mui-mode', 'dark')
})
