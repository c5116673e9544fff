import type { Page } from 'playwright/test'
import { tracesOf } from './guard.ts'

/** Every place where a page could leave a secret, each as one text to search. Runs in the page. */
async function placesInPage() {
  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ])
  const elements = everything(document)
  /** What the browser doesn't let us read can't hold anything of ours. */
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
  const responseOf = <Value>(asked: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  const databases = (await indexedDB.databases()).map(async ({ name = '' }) => {
    const database = await responseOf(indexedDB.open(name))
    const stores = [...database.objectStoreNames].map((store) => database.transaction(store).objectStore(store))
    const rows = await Promise.all(stores.map((store) => responseOf(store.getAll())))
    database.close()
    return JSON.stringify([name, rows])
  })
  const cached = (await caches.keys()).map(async (name) => {
    const cache = await caches.open(name)
    const entries = (await cache.keys()).map(async (asked) => asked.url + (await (await cache.match(asked))?.text()))
    return [name, ...(await Promise.all(entries))].join('\n')
  })
  return {
    document: document.documentElement.outerHTML,
    // biome-ignore lint/performance/useDomNodeTextContent: only visible text
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
    databases: (await Promise.all(databases)).join('\n'),
    caches: (await Promise.all(cached)).join('\n'),
    'window name': window.name,
    globals: strings({ ...window }, 4).join('\n'),
    'performance entries': performance
      .getEntries()
      .map(({ name }) => name)
      .join('\n'),
    selection: String(getSelection()),
  }
}

/** The accessibility tree as a screen reader gets it from the browser; only Chromium shows it to a test. */
export async function accessibilityTree(page: Page): Promise<string> {
  if (page.context().browser()?.browserType().name() !== 'chromium') return ''
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  return JSON.stringify(nodes)
}

/**
 * Every place but the heap where the page, its requests or the server could hold a secret. If the page has just been
 * left, only its traces remain.
 */
export async function placesOf(page: Page) {
  const traces = tracesOf(page.context())
  return {
    ...(await page.evaluate(placesInPage)),
    cookies: JSON.stringify(await page.context().cookies()),
    'accessibility tree': await accessibilityTree(page),
    console: traces.console.join('\n'),
    broadcasts: traces.broadcasts.join('\n'),
    blobs: traces.blobs.join('\n'),
    'addresses asked': traces.addresses.join('\n'),
    'request headers': traces.headers.join('\n'),
    'request bodies': traces.bodies.join('\n'),
    'server’s log': JSON.stringify(traces.log),
    'server’s output': traces.output.join('\n'),
  }
}

export type Place = keyof Awaited<ReturnType<typeof placesOf>>

/** The places that hold the secret, by name. */
export async function findSecret(page: Page, secret: string): Promise<string[]> {
  const places = await placesOf(page)
  return Object.entries(places).flatMap(([place, text]) => (text.includes(secret) ? [place] : []))
}

/**
 * The browser's clipboard, by pasting into a page of a separate context, so that the test's own context logs and sends
 * only what the app does.
 */
export async function clipboardText(page: Page): Promise<string> {
  const apart = await page.context().browser()?.newContext()
  if (!apart) throw new Error('this page has no browser')
  const reader = await apart.newPage()
  await reader.setContent('<textarea>')
  // As a user does: a script would need the permission to read the clipboard.
  const field = reader.getByRole('textbox')
  await field.focus()
  await reader.keyboard.press('Control+V')
  const text = await field.inputValue()
  await apart.close()
  return text
}

/** Everything on the page's JavaScript heap after a garbage collection, strings included. */
export async function heapText(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  // The guard listens through the console, which keeps its messages.
  await devtools.send('Runtime.discardConsoleEntries')
  await devtools.send('HeapProfiler.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await devtools.detach()
  return chunks.join('')
}
