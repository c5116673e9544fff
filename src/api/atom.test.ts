import { expect, test, vi } from 'vitest'
import { createAtom } from './atom.ts'

test('tells each subscriber of each change, and of nothing else', () => {
  const atom = createAtom(1)
  const heard = vi.fn()
  const unsubscribe = atom.subscribe(heard)
  atom.subscribe(heard)
  atom.set(2)
  atom.set((before) => before * 2)
  atom.set(4)
  expect(heard.mock.calls).toEqual([[2], [2], [4], [4]])
  unsubscribe()
  atom.set(5)
  expect(heard).toHaveBeenCalledTimes(5)
  expect(atom.get()).toBe(5)
})

test('a subscriber may leave while the others are told', () => {
  const atom = createAtom(1)
  const heard = vi.fn()
  const unsubscribe = atom.subscribe(() => unsubscribe())
  atom.subscribe(heard)
  atom.set(2)
  atom.set(3)
  expect(heard).toHaveBeenCalledTimes(2)
})
