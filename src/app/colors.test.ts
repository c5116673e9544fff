import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ColorName } from './colors.ts'
import { COLORS } from './colors.ts'

/** The contrast of two colors, by WCAG 2. */
function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What is seen on what, and the least contrast: 7 for text to read, 4.5 for other text, 3 for edges and bars. */
const PAIRS: readonly [ColorName, ColorName, 7 | 4.5 | 3][] = [
  ['text', 'surface', 7],
  ['text', 'sunken', 7],
  ['text', 'accent-soft', 7],
  ['text', 'warn-soft', 7],
  ['text', 'bad-soft', 7],
  ['text-2', 'surface', 4.5],
  ['text-2', 'bg', 4.5],
  ['text-2', 'sunken', 4.5],
  ['text-2', 'accent-soft', 4.5],
  ['text-3', 'surface', 4.5],
  ['text-3', 'bg', 4.5],
  ['text-3', 'sunken', 4.5],
  ['text-3', 'accent-soft', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'bg', 4.5],
  ['accent', 'sunken', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['on-fill', 'accent-fill', 4.5],
  ['on-fill', 'bad-fill', 4.5],
  ['good', 'surface', 4.5],
  ['good', 'good-soft', 4.5],
  ['good', 'accent-soft', 4.5],
  ['warn', 'surface', 4.5],
  ['warn', 'warn-soft', 4.5],
  ['warn', 'accent-soft', 4.5],
  ['bad', 'surface', 4.5],
  ['bad', 'bad-soft', 4.5],
  ['control', 'surface', 3],
  ['control', 'bg', 3],
  ['accent', 'bg', 3],
  ['accent-fill', 'surface', 3],
  ['past', 'surface', 3],
  ['warn-mark', 'surface', 3],
]

test.each(PAIRS)('%s on %s has a contrast of %d, light and dark', (front, back, least) => {
  for (const scheme of [0, 1] as const) {
    expect(ratio(COLORS[front][scheme], COLORS[back][scheme])).toBeGreaterThanOrEqual(least)
  }
})

test('the contrasts are WCAG’s', () => {
  expect(ratio('#000000', '#ffffff')).toBe(21)
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('the styles that are there before any script have the same colors', () => {
  const styles = readFileSync('src/app/frame.css', 'utf8')
  const declared = [...styles.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)]
  expect(declared.map(([, name, light, dark]) => [name, [light, dark]])).toEqual(Object.entries(COLORS))
})
