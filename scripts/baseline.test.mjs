import { readdirSync, readFileSync } from 'node:fs'
import compatData from '@mdn/browser-compat-data/forLegacyNode'
import { expect, it } from 'vitest'

// The build translates syntax for the oldest supported browsers but doesn't add missing functions or styles. So each of
// them must know every name of the platform that the sources use. This test knows no types: a method counts as known if
// it is on any interface.

const { api, css, javascript } = compatData
const { browserslist } = JSON.parse(readFileSync('package.json', 'utf8'))
const oldest = browserslist.map((entry) => entry.split(' '))
/** Those that src/first.ts lets pass: not supported, but without its message the page has to start there. */
const passing = ['chrome 123', 'edge 123', 'firefox 127', 'safari 17.5'].map((entry) => entry.split(' '))

/** Used although not all of them know it, and why. */
const allowed = new Map([
  ['requestIdleCallback', 'src/ui/idle.ts has a timer instead'],
  ['cancelIdleCallback', 'as above'],
  ['timeRemaining', 'as above'],
  ['overscroll-behavior', 'Safari knows it, but still scrolls the page from a box with nothing to scroll'],
  ['overflow-clip-margin', 'without it, the mark around a focused row is cut off'],
  ['-webkit-search-cancel-button', 'hidden, and Firefox has none'],
  ['user-select', 'the build adds the name that Safari knows'],
  ...['Metadata', 'Origin', 'config', 'entry', 'fullScreen', 'number', 'retry', 'sharedStorage', 'watch'].map(
    (name) => [name, 'a name of our own, or of a library'],
  ),
])

const isKnown = ({ __compat: { support } }, browsers) =>
  browsers.every(([browser, version]) =>
    [support[browser]].flat().some((entry) => {
      const isFull = !['flags', 'prefix', 'alternative_name', 'version_removed'].some((limit) => entry[limit])
      return isFull && Number.parseFloat(String(entry.version_added).replace('≤', '')) <= Number(version)
    }),
  )

const featuresIn = (group) => Object.entries(group).filter(([, feature]) => feature.__compat)
const { builtins } = javascript
const interfaces = new Map([builtins.Intl, builtins, api].flatMap(featuresIn))
const globals = new Map([...featuresIn(api.Window), ...interfaces])
const members = new Map()
for (const [name, feature] of [...interfaces.values()].flatMap(featuresIn)) {
  const bare = name.replace(/_static$/, '')
  members.set(bare, [...(members.get(bare) ?? []), feature])
}

let browsers = oldest
const isMissing = (...features) => features.every((feature) => feature?.__compat && !isKnown(feature, browsers))

const namesIn = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))]

/** @returns the names in a script that not all supported browsers know */
function missingInScript(code) {
  const text = code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '').replace(/'[^'\n]*'/g, "''")
  const statics = namesIn(text, /(?<![.\w])([A-Z]\w+\.\w+)/g).filter((used) => {
    const [owner, name] = used.split('.')
    const feature = interfaces.get(owner)
    return isMissing(feature?.[`${name}_static`] ?? feature?.[name])
  })
  return [
    ...statics,
    ...namesIn(text, /(?<![.\w])(\w+)\b/g).filter((name) => isMissing(globals.get(name))),
    ...namesIn(text, /\.(\w+)\(/g).filter((name) => isMissing(...(members.get(name) ?? [undefined]))),
  ].filter((name) => !allowed.has(name))
}

/** @returns the properties, selectors and rules in a style sheet that not all of them know */
function missingInSheet(sheet) {
  const text = sheet.replace(/\/\*[\s\S]*?\*\//g, '')
  return [
    ...namesIn(text, /[{;]\s*([a-z-]+)\s*:/g).filter((name) => isMissing(css.properties[name])),
    ...namesIn(text, /:([a-z-]+)/g).filter((name) => isMissing(css.selectors[name])),
    ...namesIn(text, /@([a-z-]+)/g).filter((name) => isMissing(css['at-rules'][name])),
  ].filter((name) => !allowed.has(name))
}

const files = readdirSync('src', { recursive: true }).filter((file) => !file.includes('.test.'))
const read = (file) => (/\.\w+$/.test(file) ? readFileSync(`src/${file}`, 'utf8') : '')

const missing = () =>
  files.flatMap((file) => {
    const missingIn = /\.tsx?$/.test(file) ? missingInScript : file.endsWith('.css') ? missingInSheet : () => []
    return missingIn(read(file)).map((name) => `${file}: ${name}`)
  })

it('uses only what all supported browsers know', () => expect(missing()).toEqual([]))

it('starts in every browser that isn’t told that it is too old', () => {
  browsers = passing
  // In Chrome 123 a time limit has a wrong reason; Safari shows a scrollbar.
  expect(missing()).toEqual(['api/operatorFile.ts: AbortSignal.timeout', 'ui/rows/chips.css: scrollbar-width'])
  browsers = oldest
})

it('finds what they don’t know', () => {
  const code = 'Iterator.concat(a); new Temporal(); map.getOrInsert(1); navigation.navigate(url)'
  expect(missingInScript(code)).toEqual(['Iterator.concat', 'Temporal', 'navigation', 'getOrInsert'])
  expect(missingInScript("AbortSignal.any([]); new Intl.Locale('de').maximize() // Temporal")).toEqual([])
  const sheet = '@position-try x {} select:open { field-sizing: content; color: red }'
  expect(missingInSheet(sheet)).toEqual(['field-sizing', 'open', 'position-try'])
})
