import type { Page } from 'playwright/test'
import { tracesOf } from './guard.ts'

/** Where a page could leave a secret, each as one text to search. Run inside the page. */
async function placesInPage() {
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ])
  const elements = everything(document)
  /** What the browser does not let us read holds nothing of ours. */
  const attempt = <Value>(read: () => Value, otherwise: Value): Value => {
    try {
      return read()
    } catch {
      return otherwise
    }
  }
  const strings = (value: unknown, depth: number): string[] => {
    if (typeof value === 'string') return [value]
    if (typeof value !== 'object' || value === null || depth === 0 || value instanceof Node || value === window)
      return []
    return attempt(() => Object.values(value), []).flatMap((inner) => strings(inner, depth - 1))
  }
  const databases = await indexedDB.databases()
  const cached = await caches.keys()
  const requests = await Promise.all(
    cached.map(async (name) => (await (await caches.open(name)).keys()).map((one) => one.url)),
  )
  return {
    document: document.documentElement.outerHTML,
    // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what is there
    'visible text': document.body.innerText,
    fields: elements.map((element) => ('value' in element ? String(element.value) : '')).join('\n'),
    'shadow roots': elements.map((element) => element.shadowRoot?.innerHTML ?? '').join('\n'),
    'style sheets': [...document.styleSheets, ...document.adoptedStyleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join('\n'),
    title: document.title,
    address: `${location.href} ${document.referrer}`,
    'history state': JSON.stringify(history.state),
    'history entries': navigation
      .entries()
      .map((entry) => `${entry.url} ${JSON.stringify(entry.getState())}`)
      .join('\n'),
    'local storage': attempt(() => JSON.stringify({ ...localStorage }), ''),
    'session storage': attempt(() => JSON.stringify({ ...sessionStorage }), ''),
    databases: databases.map(({ name }) => name).join('\n'),
    caches: [...cached, ...requests.flat()].join('\n'),
    cookies: document.cookie,
    'window name': window.name,
    globals: strings({ ...window }, 4).join('\n'),
    'performance entries': performance
      .getEntries()
      .map(({ name }) => name)
      .join('\n'),
    selection: String(getSelection()),
  }
}

/** The accessibility tree as the browser gives it to a screen reader. */
async function accessibilityTree(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  return JSON.stringify(nodes)
}

/**
 * Every place but the heap in which the page, or what it sent, could hold a secret. A page that has just been left has
 * no more than its traces.
 */
export async function placesOf(page: Page): Promise<{ [Name in Place]: string }> {
  const { console, addresses, headers, bodies } = tracesOf(page.context())
  return {
    ...(await page.evaluate(placesInPage)),
    'accessibility tree': await accessibilityTree(page),
    console: console.join('\n'),
    'addresses asked': addresses.join('\n'),
    'request headers': headers.join('\n'),
    'request bodies': bodies.join('\n'),
  }
}

export type Place =
  | keyof Awaited<ReturnType<typeof placesInPage>>
  | 'accessibility tree'
  | 'console'
  | 'addresses asked'
  | 'request headers'
  | 'request bodies'

/** The places that hold the secret, by name. */
export async function findSecret(page: Page, secret: string): Promise<string[]> {
  const places = await placesOf(page)
  return Object.entries(places).flatMap(([place, text]) => (text.includes(secret) ? [place] : []))
}

/** Everything on the page's JavaScript heap after a collection, strings included. */
export async function heapText(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  return chunks.join('')
}
