import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileFirst } from './firstScript.ts'

const { browserslist } = JSON.parse(readFileSync('package.json', 'utf8'))

it.each(['README.md', 'index.html'])('%s names the oldest supported browsers', (file) => {
  const text = readFileSync(file, 'utf8').replace(/\s+/g, ' ').replace('Chrome or Edge 137', 'Chrome 137, Edge 137')
  for (const browser of browserslist) expect(text.toLowerCase()).toContain(browser)
})

it('compiles the first script for any browser', async () => {
  const compiled = await compileFirst('src/first.ts', readFileSync('src/first.ts', 'utf8'))
  expect(compiled).not.toContain('//')
  await expect(compileFirst('new.ts', 'var a = b ?? c')).rejects.toThrow('??')
  await expect(compileFirst('new.ts', 'var a = () => b')).rejects.toThrow('=>')
})
