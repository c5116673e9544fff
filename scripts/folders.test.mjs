import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const foldersOf = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`${path}/${entry.name}/`] : []))

it('gives each folder of src and of its tokens one line in CONTRIBUTING.md', () => {
  const named = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| \d+ \| `(src\/[\w/]+\/)` \|/gm)]
  const folders = [...foldersOf('src').filter((path) => path !== 'src/tokens/'), ...foldersOf('src/tokens')]
  expect(named.map(([, path]) => path).sort()).toEqual(folders.sort())
})
