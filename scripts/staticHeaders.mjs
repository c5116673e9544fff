/**
 * The headers as a file `_headers`, which Netlify, Cloudflare Pages and other hosts of static files read. They send a
 * header with both values if two matching paths name it, so no two paths that match the same file name the same header.
 * @param written the line that says where the file comes from
 * @param headers of every file, by name
 * @param cache the values of Cache-Control: `hashedAsset`, `everythingElse`
 */
export function staticHeaders(written, headers, cache) {
  const uncached = ['/', '/index.html', '/tokens', '/tokens/*', '/config.json', '/languages/*']
  const rules = [
    ['/*', headers],
    ['/assets/*', { 'Cache-Control': cache.hashedAsset }],
    ...uncached.map((path) => [path, { 'Cache-Control': cache.everythingElse }]),
  ]
  const lines = ([path, each]) => [path, ...Object.entries(each).map(([name, value]) => `  ${name}: ${value}`)]
  return `${[written, ...rules.flatMap(lines)].join('\n')}\n`
}
