import { expect, test } from 'vitest'
import { catalogs } from '../../ui/languages/catalogs.ts'
import { isGlobal } from './globals.ts'
import { loadLines } from './permissionLines.ts'
import { KNOWN_PERMISSIONS } from './permissionPhrases.ts'

test.each(['en', ...catalogs.map(([tag]) => tag)])('each permission has a line of its own in %s', async (language) => {
  const lines = await loadLines(language)
  // What the views of staff and support show is said elsewhere, too.
  expect([...lines.keys()]).toEqual(KNOWN_PERMISSIONS.filter((value) => !isGlobal(value)).toSorted())
  expect(new Set(lines.values()).size).toBe(lines.size)
})

test('a language without lines has the English ones', async () => {
  expect((await loadLines('nl')).get('ORDER.CREATE')).toBe('Order resources')
})
