/** What a scan of a site sees: the start page over TLS, and the response over plain HTTP. */
export interface Scan {
  headers: Record<string, string>
  html: string
  /** Where plain HTTP redirects to; null without a redirect. */
  redirect: string | null
}

/**
 * The score of Mozilla's HTTP Observatory, 0 to 145, by the published table of its version 1.4.8
 * (https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring): 100 minus what is missing, plus bonuses if
 * at least 90 are left. Leaves out the rules about cookies and CORS, which this page doesn't use.
 */
export function observatoryScore(scan: Scan): number {
  const points = [
    contentSecurityPolicy(scan),
    strictTransportSecurity(scan),
    framing(scan),
    referrerPolicy(scan),
    resourcePolicy(scan),
    scripts(scan),
    scan.headers['x-content-type-options'] === 'nosniff' ? 0 : -5,
    scan.redirect?.startsWith('https://') ? 0 : -20,
  ]
  const sum = (some: number[]) => some.reduce((total, each) => total + each, 0)
  const score = 100 + sum(points.filter((each) => each < 0))
  return Math.max(0, score >= 90 ? score + sum(points.filter((each) => each > 0)) : score)
}

function directives({ headers }: Scan): Map<string, string[]> {
  const parts = (headers['content-security-policy'] ?? '').split(';').map((part) => part.trim().split(/\s+/))
  return new Map(parts.map(([name = '', ...values]) => [name, values]))
}

function contentSecurityPolicy(scan: Scan): number {
  const policy = directives(scan)
  const sources = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*']
  const isBroad = (name: string) => sources(name).some((each) => /^(\*|https?:|data:|'unsafe-inline')$/.test(each))
  if (!scan.headers['content-security-policy']) return -25
  if (isBroad('script-src') || isBroad('object-src')) return -20
  if (sources('script-src').includes("'unsafe-eval'")) return -10
  if (isBroad('style-src')) return 0
  const sendsForms = !/^'(none|self)'$/.test(policy.get('form-action')?.join(' ') ?? '')
  return policy.get('default-src')?.join(' ') === "'none'" && !sendsForms ? 10 : 5
}

function strictTransportSecurity({ headers }: Scan): number {
  const seconds = /max-age=(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1]
  if (seconds === undefined) return -20
  return Number(seconds) >= 15_768_000 ? 0 : -10
}

function framing(scan: Scan): number {
  if (/^'(none|self)'$/.test(directives(scan).get('frame-ancestors')?.join(' ') ?? '')) return 5
  return /^(deny|sameorigin)$/i.test(scan.headers['x-frame-options'] ?? '') ? 0 : -20
}

function referrerPolicy({ headers }: Scan): number {
  const policy = headers['referrer-policy']
  if (policy === undefined) return 0
  return /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(policy) ? 5 : -5
}

function resourcePolicy({ headers }: Scan): number {
  return /^same-(origin|site)$/.test(headers['cross-origin-resource-policy'] ?? '') ? 10 : 0
}

/** Whether each script comes from our own origin, with its hash. */
function scripts({ html }: Scan): number {
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  if (tags.some((tag) => /\bsrc="(https?:)?\/\//.test(tag)))
    return tags.every((tag) => tag.includes('integrity')) ? 5 : -5
  return tags.length > 0 && tags.every((tag) => tag.includes(' integrity="sha')) ? 5 : 0
}
