import { createHash } from 'node:crypto'
import headers from '../headers.json' with { type: 'json' }
import { ask, isObject, PACKED, parsed } from './ask.mjs'

const POLICY = 'Content-Security-Policy'
export const SCRIPT = /src="([^"]*assets\/index-[^"]*\.js)"[^>]*integrity=/

/** Each script, also those that load later, and the style sheet, with its hash. */
const FILE = /<(?:script|link)\b[^>]*(?:src|href)="[^"]*(assets\/[^"]*)"[^>]*integrity="sha384-([^"]*)"/g
const MOST_FILES = 50

/** The keys of config.json, and whether the page accepts a value: src/api/deployment.ts. */
const KEYS = new Map([
  ['apiOrigin', (value) => isUrl(value, 'http:', 'https:') && new URL(value).origin === value.trim()],
  ['homeportSession', (value) => ['localStorage', 'sessionStorage'].includes(value)],
  ['siteName', (value) => isText(value) && value.trim().length <= 60],
  ['helpLink', (value) => isUrl(value, 'http:', 'https:', 'mailto:')],
  ['allowPlainHttp', (value) => typeof value === 'boolean'],
  ['languages', (value) => isObject(value) && Object.entries(value).every(([tag, name]) => isTag(tag) && isText(name))],
])

const isText = (value) => typeof value === 'string' && value.trim() !== ''

const isUrl = (value, ...protocols) =>
  typeof value === 'string' && URL.canParse(value) && protocols.includes(new URL(value).protocol)

function isTag(text) {
  try {
    return new Intl.Locale(text) !== undefined
  } catch {
    return false
  }
}

/** @returns the keys whose values the page can't use, and those it doesn't know */
export const unusableKeys = (settings) => Object.keys(settings).filter((key) => !KEYS.get(key)?.(settings[key]))

/** @returns the content of config.json, without what the page can't use */
export async function checkSettings({ check, checkCaching }, page) {
  const file = await ask(new URL('config.json', page))
  const settings = parsed(file.body)
  const isUsable = isObject(settings)
  check(isUsable, 'config.json is readable.', 'config.json isn’t a JSON object.', 'Write {} into it, or your settings.')
  if (!isUsable) return {}
  checkCaching('config.json', file)
  const wrong = unusableKeys(settings)
  const meant = 'docs/deployment.md, “Runtime configuration”, has the keys and their values.'
  const unread = `The page can’t use in config.json: ${wrong.join(', ')}.`
  check(wrong.length === 0, 'The page can use everything in config.json.', unread, meant)
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !wrong.includes(key)))
}

export function checkHeaders({ say, check, checkCaching }, page, start, api) {
  const policies = start.every[POLICY.toLowerCase()] ?? []
  const directives = directivesOf(policies[0] ?? '')
  const isCross = api.origin !== page.origin
  const missing = directivesOf(headers.security[POLICY])
    .map((each) => (isCross && each.startsWith('connect-src ') ? `${each} ${api.origin}` : each))
    .filter((each) => !directives.includes(each))
  const source = isCross ? `those that scripts/headers.mjs --api ${api.origin} writes` : 'the headers in deploy/'
  const advice = `Use ${source}, and see whether a proxy in front replaces them.`
  check(
    missing.length === 0,
    'The Content-Security-Policy is the one the page was tested with.',
    `The Content-Security-Policy lacks: ${missing.join('; ')}.`,
    advice,
  )
  if (policies.length > 1)
    say('change', `${policies.length} policies are sent, and browsers apply all of them.`, 'Send only the page’s own.')
  const wrong = Object.entries(headers.security)
    .filter(([name]) => name !== POLICY)
    .map(([name, value]) => ({ name, value, sent: start.headers[name.toLowerCase()] }))
    .filter(({ value, sent }) => sent !== value)
    .map(({ name, value, sent }) => `${name} (${sent ?? 'absent'}, should be ${value})`)
  check(wrong.length === 0, 'The other security headers are right.', `Wrong headers: ${wrong.join(', ')}.`, advice)
  checkCaching('The page', start)
}

const directivesOf = (policy) => policy.split(';').map((directive) => directive.trim())

export async function checkFiles({ say, check }, page, start) {
  const at = (path) => new URL(path, page)
  const [, name = ''] = SCRIPT.exec(start.body) ?? []
  const address = new URL(name, start.address)
  const script = await ask(address)
  const files = [...start.body.matchAll(FILE)].slice(0, MOST_FILES)
  const altered = []
  for (const [, file, hash] of files) {
    const { status, bytes } = await ask(at(file), PACKED)
    const isWhole = createHash('sha384').update(bytes).digest('base64') === hash
    if (!isWhole) altered.push(status === 200 ? file : `${file} (${status})`)
  }
  check(
    altered.length === 0 && files.length > 0,
    `The ${files.length} scripts and styles arrive unchanged.`,
    `Not as they were built: ${altered.join(', ') || 'the scripts, which have no hashes'}.`,
    'Turn off what minifies or rewrites scripts on the way, or place the files again.',
  )
  const isKept = /immutable/.test(script.headers['cache-control'] ?? '')
  if (!isKept) say('note', 'Browsers ask for the scripts again each time: assets/ could be sent as immutable.')
  const map = await ask(new URL(`${address}.map`))
  check(map.status === 404, 'There is no source map.', 'A source map is served.', 'Remove *.map from the files.')
  const deep = await ask(at('tokens/00000000000000000000000000000000'))
  const [, named = ''] = SCRIPT.exec(deep.body) ?? []
  const isFound = named !== '' && new URL(named, at('tokens/x')).pathname === address.pathname
  const fallback = 'Send the page for every address of the app; docs/deployment.md says how, also under a path.'
  check(
    isFound,
    'A token’s own address leads to the page.',
    'A token’s own address doesn’t lead to the page.',
    fallback,
  )
  const gone = await ask(at('assets/gone-by.js'))
  const missing = 'Respond with 404: HTML instead of a script leaves open tabs blank after an upgrade.'
  check(gone.status === 404, 'A missing file is a 404.', `A missing file is answered with ${gone.status}.`, missing)
}
