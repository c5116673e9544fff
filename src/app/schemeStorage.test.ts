import { expect, onTestFinished, test, vi } from 'vitest'
import { keepScheme } from './schemeStorage.ts'

test('the color scheme can be changed even if the storage is full', () => {
  const setItem = vi.fn(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  })
  vi.stubGlobal('window', { localStorage: { setItem } })
  onTestFinished(() => void vi.unstubAllGlobals())
  keepScheme('dark')
  expect(setItem).toHaveBeenCalledWith('mui-mode', 'dark')
})
