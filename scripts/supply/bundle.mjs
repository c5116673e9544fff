// What the deployed files must not contain.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './hashes.mjs'

/** How often each text must occur, exactly: fewer is a change worth noticing too. */
const counted = [
  { what: 'eval', pattern: /\beval\s*\(/g, times: 0 },
  // None, because zod's "mini" is used: the full zod compiles parsers.
  { what: 'the Function constructor', pattern: /(?<!instanceof )(?<![\w$.])Function(?=[(,;)}])/g, times: 0 },
  { what: 'a source map', pattern: /sourceMappingURL/g, times: 0 },
  { what: 'developer tools', pattern: /[dD]evtools/g, times: 0 },
  { what: 'a hook of the sandbox', pattern: /__faults|__log\b|SANDBOX_|libsql|drizzle/g, times: 0 },
  // MUI's color scheme. Our own go through src/api/storage.ts, as lint checks.
  { what: 'a write to localStorage', pattern: /localStorage\.setItem\(/g, times: 1 },
]

/** Hosts that appear in the files but are never contacted; connect-src 'self' would block them. */
const namedHosts = new Map([
  ['www.w3.org', 'XML namespaces'],
  ['mui.com', 'where MUI’s errors are explained'],
  ['react.dev', 'where React’s errors are explained'],
  ['localhost', 'the base of a URL that the router parses'],
  ['[${', 'how zod checks an IPv6 address'],
])

export const hostsIn = (text) => [
  ...new Set([...text.matchAll(/\b(?:https?|wss?):\/\/(\[\$\{|[\w[][^\s/"'`<>()\\?#]*)/g)].map(([, host]) => host)),
]

/** @param fixtures texts that occur only in the sandbox's data */
export function faultsIn(text, fixtures) {
  const hosts = hostsIn(text)
  return [
    ...counted.flatMap(({ what, pattern, times }) => {
      const found = text.match(pattern)?.length ?? 0
      return found === times ? [] : [`${what}: found ${found} times, known ${times} times.`]
    }),
    ...fixtures.filter((fixture) => text.includes(fixture)).map((fixture) => `the sandbox’s “${fixture}” is in it.`),
    ...hosts.filter((host) => !namedHosts.has(host)).map((host) => `names a host that is not known: ${host}`),
    ...[...namedHosts.keys()].filter((host) => !hosts.includes(host)).map((host) => `no longer names ${host}.`),
    ...(text.match(/["'`(]\/\/[\w-]+\.[\w.-]+/g) ?? []).map((found) => `names a host: ${found.slice(1)}`),
  ]
}

/** Family names and domains of the sandbox's people and organizations. */
function sandboxWorld() {
  const people = readFileSync('sandbox/people.ts', 'utf8').matchAll(/lastName: '([^']+)'/g)
  const places = readFileSync('sandbox/world.ts', 'utf8').matchAll(/domain: '([^']+)'/g)
  return [...people, ...places].map(([, word]) => word)
}

export function checkBundle() {
  const fixtures = sandboxWorld()
  const files = filesBelow('dist').filter((file) => /\.(js|css|html|svg|json)$/.test(file))
  const maps = filesBelow('dist').filter((file) => file.endsWith('.map'))
  const text = files.map((file) => readFileSync(join('dist', file), 'utf8')).join('\n')
  return {
    seen: `${files.length} files: nothing of ${counted.length} kinds beyond what is known, ${namedHosts.size} hosts named, ${fixtures.length} fixtures absent`,
    problems: [
      ...(fixtures.length > 5
        ? []
        : ['Couldn’t read the sandbox’s people and places, so it isn’t known what must be absent.']),
      ...maps.map((file) => `dist/${file} is a source map.`),
      ...faultsIn(text, fixtures),
    ],
  }
}
