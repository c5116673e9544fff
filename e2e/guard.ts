import { createHash } from 'node:crypto'
import type { BrowserContext } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'

/**
 * A failure that a test provokes on purpose: an error status, a broken connection, an origin that is not allowed, a
 * page over plain HTTP, a script with other content than the build's, such as that of an error status, code that the
 * policy rejects, or a bug that the page catches.
 */
export type Provoked =
  | number
  | 'broken connection'
  | 'cross-origin'
  | 'no secure context'
  | 'other content'
  | 'policy violation'
  | 'caught bug'

/** The message of an error that a test throws inside the page. */
export const BUG = 'a bug that the journey provokes'

/** The failures that a test has announced: those that must happen, and those that may. */
export interface Known {
  provoked: Set<Provoked>
  tolerated: Set<Provoked>
}

/** What the pages of one browser context have logged and sent so far, and what their sandbox recorded. */
export interface Traces {
  console: string[]
  /** Messages to other tabs. */
  broadcasts: string[]
  /** Blobs that got a URL, such as a file to save. */
  blobs: string[]
  addresses: string[]
  headers: string[]
  bodies: string[]
  log: Sandbox['requests']
  output: string[]
}

/** The hash of no content, which Firefox computes for a script whose connection broke. */
const NO_CONTENT = createHash('sha384').digest('base64')

const records = new WeakMap<BrowserContext, { traces: Traces; sandbox: Sandbox }>()

/** What the context's console has logged, and what its pages have requested, so far. */
export const tracesOf = (context: BrowserContext): Traces => recordOf(context).traces

/** The Waldur that the context's pages use. */
export const sandboxOf = (context: BrowserContext): Sandbox => recordOf(context).sandbox

function recordOf(context: BrowserContext) {
  const record = records.get(context)
  if (!record) throw new Error('this context has no guard')
  return record
}

const BROADCAST = 'broadcast: '
const BLOB = 'blob: '

/** Records this process's output, which includes the sandbox's, until the returned function is called. */
function hearOutput(output: string[]): () => void {
  const ends = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write.bind(stream)
    stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
      output.push(String(chunk))
      return write(chunk, ...rest)
    }) as typeof stream.write
    return () => {
      stream.write = write
    }
  })
  return () => {
    for (const end of ends) end()
  }
}

/**
 * Listens to every page of the context and collects what must not happen: an uncaught error, a console error or
 * warning, a violation of the Content-Security-Policy, a request to another host. Of the messages that Firefox logs,
 * only violations count: `kindOf` reads Chromium's sentences.
 * @param origins that its pages may send requests to
 * @returns a function that lists the faults so far, including provoked failures that have not happened. Its first call
 * also stops recording the process's output.
 */
export async function watch(
  context: BrowserContext,
  sandbox: Sandbox,
  origins: ReadonlySet<string>,
  { provoked, tolerated }: Known,
) {
  const isChromium = context.browser()?.browserType().name() === 'chromium'
  const traces: Traces = {
    console: [],
    broadcasts: [],
    blobs: [],
    addresses: [],
    headers: [],
    bodies: [],
    log: sandbox.requests,
    output: [],
  }
  records.set(context, { traces, sandbox })
  const unhear = hearOutput(traces.output)
  const faults: string[] = []
  const failures: { kind: Provoked; text: string }[] = []
  context.on('weberror', (error) => {
    const { message, stack = message } = error.error()
    const kind = kindOf(message)
    const text = `uncaught: ${stack}`
    if (kind === 'other content' && (isChromium || !message.includes(NO_CONTENT))) failures.push({ kind, text })
    // Firefox reports everything that it refuses to load as an uncaught error, which comes from no line.
    else if (isChromium || /\n {4}at /.test(stack)) faults.push(text)
  })
  context.on('console', (message) => {
    const said = message.text()
    const heard = said.startsWith(BROADCAST) ? traces.broadcasts : said.startsWith(BLOB) ? traces.blobs : traces.console
    heard.push(said)
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const kind = kindOf(said)
    if (!isChromium && kind !== 'policy violation') return
    const text = `console ${message.type()}: ${message.text()}`
    if (kind === null) faults.push(text)
    else failures.push({ kind, text })
  })
  context.on('request', (request) => {
    traces.addresses.push(request.url())
    traces.headers.push(JSON.stringify(request.headers()))
    traces.bodies.push(request.postData() ?? '')
    if (!origins.has(new URL(request.url()).origin)) faults.push(`request to another host: ${request.url()}`)
  })
  // The console is the only way out of the page that needs no exception in its policy.
  await context.addInitScript(
    ([broadcast, blob]) => {
      const { debug, error } = console
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        error(`securitypolicyviolation ${violatedDirective} ${blockedURI}`)
      })
      // A listener would need to know each channel's name; messages to all channels pass through here.
      const { postMessage } = BroadcastChannel.prototype
      BroadcastChannel.prototype.postMessage = function post(message) {
        debug(`${broadcast}${this.name} ${JSON.stringify(message)}`)
        postMessage.call(this, message)
      }
      const { createObjectURL } = URL
      URL.createObjectURL = (object) => {
        if (object instanceof Blob) void object.text().then((text) => debug(blob + text))
        return createObjectURL(object)
      }
    },
    [BROADCAST, BLOB] as const,
  )
  return () => {
    unhear()
    return [
      ...faults,
      ...failures.filter(({ kind }) => !provoked.has(kind) && !tolerated.has(kind)).map(({ text }) => text),
      ...neverMet().map((kind) => `never met: ${kind}`),
    ]
  }
  function neverMet() {
    return isChromium ? [...provoked].filter((kind) => !failures.some((met) => met.kind === kind)) : []
  }
}

/** The provoked failure that a message is about; null for any other message. */
function kindOf(text: string): Provoked | null {
  const status = /^Failed to load resource: the server responded with a status of (\d{3})/.exec(text)?.[1]
  if (status !== undefined) return Number(status)
  if (/^Failed to load resource: net::ERR_/.test(text)) return 'broken connection'
  if (/^Access to fetch at .* has been blocked by CORS policy/.test(text)) return 'cross-origin'
  if (/^The Cross-Origin-Opener-Policy header has been ignored, /.test(text)) return 'no secure context'
  if (/'integrity' attribute|SRI's integrity checks|hashes in the integrity attribute/.test(text))
    return 'other content'
  if (text.includes(BUG)) return 'caught bug'
  return /^securitypolicyviolation |requires '?TrustedHTML'?/.test(text) ? 'policy violation' : null
}
