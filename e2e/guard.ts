import type { BrowserContext, ConsoleMessage } from 'playwright/test'

/**
 * What a test provokes on purpose: an error status, a connection that breaks, code that the policy refuses, or a bug
 * that the page catches.
 */
export type Provoked = number | 'broken connection' | 'policy violation' | 'caught bug'

/** The message of an error thrown by a test inside the page. */
export const BUG = 'a bug that the journey provokes'

/** The failures of which a test knows beforehand: those that must come, and those that may. */
export interface Known {
  provoked: Set<Provoked>
  tolerated: Set<Provoked>
}

/** What the pages of one browser context said and sent so far. */
export interface Traces {
  console: string[]
  addresses: string[]
  headers: string[]
  bodies: string[]
}

const records = new WeakMap<BrowserContext, Traces>()

/** What the context's console said, and what its pages asked for, so far. */
export function tracesOf(context: BrowserContext): Traces {
  const traces = records.get(context)
  if (!traces) throw new Error('this context is not watched')
  return traces
}

/**
 * Listens to every page of the context and gathers what must not happen: an uncaught error, a console error or
 * warning, a violation of the Content-Security-Policy, a request to another host.
 * @returns a function that ends the listening with the list of faults; a provoked failure that was not met is one too
 */
export async function watch(context: BrowserContext, origin: string, { provoked, tolerated }: Known) {
  const traces: Traces = { console: [], addresses: [], headers: [], bodies: [] }
  records.set(context, traces)
  const faults: string[] = []
  const failures: { kind: Provoked; text: string }[] = []
  context.on('weberror', (error) => faults.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('console', (message) => {
    traces.console.push(message.text())
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const kind = kindOf(message)
    const text = `console ${message.type()}: ${message.text()}`
    if (kind === null) faults.push(text)
    else failures.push({ kind, text })
  })
  context.on('request', (request) => {
    traces.addresses.push(request.url())
    traces.headers.push(JSON.stringify(request.headers()))
    traces.bodies.push(request.postData() ?? '')
    if (!request.url().startsWith(`${origin}/`)) faults.push(`request to another host: ${request.url()}`)
  })
  // The console is the one way out of the page that needs no hole in its policy.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // biome-ignore lint/suspicious/noConsole: said where the listener above hears it
      console.error(`securitypolicyviolation ${violatedDirective} ${blockedURI}`)
    })
  })
  return () => [
    ...faults,
    ...failures.filter(({ kind }) => !provoked.has(kind) && !tolerated.has(kind)).map(({ text }) => text),
    ...[...provoked].filter((kind) => !failures.some((met) => met.kind === kind)).map((kind) => `never met: ${kind}`),
  ]
}

/** Which provoked failure the browser speaks of in its own words; null for anything else. */
function kindOf(message: ConsoleMessage): Provoked | null {
  const text = message.text()
  const status = /^Failed to load resource: the server responded with a status of (\d{3})/.exec(text)?.[1]
  if (status !== undefined) return Number(status)
  if (/^Failed to load resource: net::ERR_/.test(text)) return 'broken connection'
  if (text.includes(BUG)) return 'caught bug'
  return /^securitypolicyviolation |requires '?TrustedHTML'?/.test(text) ? 'policy violation' : null
}
