import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('.', import.meta.url)
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'))
/** In the first style sheet of the page, and known to all others. */
const isFirst = (path: string) => path === 'app/frame.css' || path.startsWith('ui/rows/')

/** The classes that have rules of their own: `.tag` and `.tag:hover`, but not `.hit > .tag`. */
function classesOf(sheet: string): Set<string> {
  const selectors = sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .split('}')
    .map((rule) => rule.split('{').at(-2)?.trim() ?? '')
    .flatMap((selector) => selector.split(',').map((each) => each.trim()))
  return new Set(selectors.flatMap((selector) => /^\.([\w-]+)[^\s>+~]*$/.exec(selector)?.[1] ?? []))
}

test('a class belongs to one style sheet, because all that were loaded apply to the whole page', () => {
  const owners = new Map<string, string[]>()
  for (const path of paths.filter((path) => !isFirst(path))) {
    for (const name of classesOf(readFileSync(new URL(path, folder), 'utf8')))
      owners.set(name, [...(owners.get(name) ?? []), path])
  }
  expect(owners.size).toBeGreaterThan(50)
  expect([...owners].filter(([, paths]) => paths.length > 1)).toEqual([])
})
