// The step `budget` of npm test: what people wait for must not grow unnoticed. Sizes are those of the built files,
// compressed with gzip; docs/performance.md says what is in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { stop } from './run.mjs'

/** In kilobytes of 1000 bytes. Give the reason in the commit if you raise one; lower it when something gets smaller. */
const MOST = {
  'scripts before the first row': 128,
  'scripts before the sign-in': 228,
  'scripts before the whole list': 279,
  'styles before the first row': 6,
  'the script of dialogs and a token’s page': 142.5,
  'any other script': 35,
}

const size = (name) => gzipSync(readFileSync(`dist/assets/${name}`), { level: 9 }).length / 1000
const sum = (names) => names.map(size).reduce((total, each) => total + each, 0)
if (!existsSync('dist/index.html')) stop('There is no build to measure. Run npm run build first.')
const page = readFileSync('dist/index.html', 'utf8')
const named = (tag) => [...new Set([...page.matchAll(tag)].map((match) => match[1]))]
const first = named(/<script\b[^>]*assets\/([^"]+)"/g)
const [app, pages, dialogs] = ['app', 'page', 'dialogs'].map((script) =>
  named(new RegExp(`assets/([^"]+)" data-script="${script}"`, 'g')),
)
const known = [first, app, pages, dialogs].flat()
const others = readdirSync('dist/assets').filter((name) => name.endsWith('.js') && !known.includes(name))

const sizes = [
  ['scripts before the first row', sum(first)],
  ['scripts before the sign-in', sum([...first, ...app])],
  ['scripts before the whole list', sum([...first, ...app, ...pages])],
  ['styles before the first row', sum(named(/rel="stylesheet"[^>]*assets\/([^"]+)"/g))],
  ['the script of dialogs and a token’s page', sum(dialogs)],
  ...others.map((name) => ['any other script', size(name), name]),
]
for (const [what, kilobytes, name = ''] of sizes) {
  const verdict = kilobytes > MOST[what] ? 'TOO LARGE' : ''
  console.log(`${kilobytes.toFixed(1).padStart(6)} of ${MOST[what]} kB  ${what} ${name} ${verdict}`.trimEnd())
}
// A page without any script would pass otherwise.
const isWrong = sizes.some(([what, kilobytes]) => kilobytes === 0 || kilobytes > MOST[what])
process.exit(isWrong ? 1 : 0)
