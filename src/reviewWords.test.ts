import { describe, expect, test } from 'vitest'
import { reviewWords } from './reviewWords.ts'
import { catalogs } from './ui/languages/catalogs.ts'

describe.each(catalogs)('%s', (language, words) => {
  const { missing, unused, misplaced } = reviewWords(language, words, 'built in')

  test('has every text', () => {
    expect(missing).toEqual([])
  })

  test('has no unused text', () => {
    expect(unused).toEqual([])
  })

  test('has the placeholders of the English text', () => {
    expect(misplaced).toEqual([])
  })
})
