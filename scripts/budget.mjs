// The step `budget` of npm test: sizes that people wait for must not grow unnoticed. Sizes are of the built files,
// compressed with gzip; docs/performance.md says what they are made of.
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** In kilobytes of 1000 bytes. Give the reason in the commit if you raise one; lower it when something gets smaller. */
const MOST = {
  'all scripts before the first row': 42,
  'the script that draws the page': 208,
  'styles before the first row': 4,
  'any other script': 142,
}

const size = (name) => gzipSync(readFileSync(`dist/assets/${name}`), { level: 9 }).length / 1000
const page = readFileSync('dist/index.html', 'utf8')
const named = (tag) => [...page.matchAll(tag)].map((match) => match[1])
const scripts = named(/<script\b[^>]*assets\/([^"]+)"/g)
const draws = named(/rel="page"[^>]*assets\/([^"]+)"/g)
const styles = named(/rel="stylesheet"[^>]*assets\/([^"]+)"/g)
const sum = (names) => names.map(size).reduce((total, each) => total + each, 0)
const others = readdirSync('dist/assets').filter(
  (name) => name.endsWith('.js') && ![...scripts, ...draws].includes(name),
)

const sizes = [
  ['all scripts before the first row', sum(scripts)],
  ['the script that draws the page', sum(draws)],
  ['styles before the first row', sum(styles)],
  ...others.map((name) => ['any other script', size(name), name]),
]
for (const [what, kilobytes, name = ''] of sizes) {
  const verdict = kilobytes > MOST[what] ? 'TOO LARGE' : ''
  console.log(`${kilobytes.toFixed(1).padStart(6)} of ${MOST[what]} kB  ${what} ${name} ${verdict}`.trimEnd())
}
// A page without any script would pass otherwise.
const isWrong = sizes.some(([what, kilobytes]) => kilobytes === 0 || kilobytes > MOST[what])
process.exit(isWrong ? 1 : 0)
