import { expect, test } from './fixtures.ts'
import type { Place } from './secretPlaces.ts'
import { placesOf } from './secretPlaces.ts'

/** Puts a text into each place, to prove that the search finds it there. */
const PLANT: { [Name in Exclude<Place, 'server’s output'>]: (text: string) => unknown } = {
  document: (text) => document.body.append(document.createComment(text)),
  'visible text': (text) => document.querySelector('h1')?.append(text),
  fields: (text) => {
    for (const field of document.querySelectorAll('input')) field.value = text
  },
  'shadow roots': (text) => {
    const host = document.createElement('div')
    host.attachShadow({ mode: 'open' }).append(document.createComment(text))
    document.body.append(host)
  },
  'style sheets': (text) => {
    const sheet = new CSSStyleSheet()
    sheet.insertRule(`.${text} { color: red }`)
    document.adoptedStyleSheets.push(sheet)
  },
  title: (text) => {
    document.title = text
  },
  address: (text) => history.replaceState(history.state, '', `#${text}`),
  'history state': (text) => history.replaceState({ text }, ''),
  'history entries': (text) => navigation.updateCurrentEntry({ state: text }),
  'local storage': (text) => localStorage.setItem('planted', text),
  'session storage': (text) => sessionStorage.setItem(text, 'planted'),
  databases: (text) =>
    new Promise((resolve) => {
      const request = indexedDB.open('planted')
      request.onupgradeneeded = () => request.result.createObjectStore('rows').add({ text }, 1)
      request.onsuccess = resolve
    }),
  caches: async (text) => await (await caches.open('planted')).put('/planted', new Response(text)),
  cookies: (text) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the newer API is not available over plain HTTP
    document.cookie = `planted=${text}`
  },
  'window name': (text) => {
    window.name = text
  },
  globals: (text) => Object.assign(window, { planted: { deep: [{ deeper: text }] } }),
  'performance entries': (text) => performance.mark(text),
  selection: (text) => {
    const field = document.createElement('p')
    field.append(text)
    document.body.append(field)
    getSelection()?.selectAllChildren(field)
  },
  'accessibility tree': (text) => document.querySelector('h1')?.setAttribute('aria-label', text),
  // biome-ignore lint/suspicious/noConsole: the place itself
  console: (text) => console.info(text),
  broadcasts: (text) => new BroadcastChannel('planted').postMessage({ text }),
  blobs: (text) => {
    const blob = new Blob([text])
    URL.createObjectURL(blob)
    return blob.text()
  },
  'addresses asked': (text) => fetch(`/icon.svg?${text}`),
  'request headers': (text) => fetch('/icon.svg', { headers: { 'X-Planted': text } }),
  'request bodies': (text) => fetch('/icon.svg', { method: 'POST', body: text }),
  'server’s log': (text) => fetch(`/api/configuration/?${text}`),
}

test('the search finds a text in each of its places', async ({ page, tolerate }) => {
  tolerate(404, 405)
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  const planters = Object.entries(PLANT).map(
    ([place, plant]) => [place as Place, (text: string) => page.evaluate(plant, text)] as const,
  )
  planters.push(['server’s output', (text) => Promise.resolve(process.stdout.write(`${text}\n`))])
  expect(planters.map(([place]) => place).sort()).toEqual(Object.keys(await placesOf(page)).sort())
  for (const [number, [place, plant]] of planters.entries()) {
    const text = `w_1234567890_planted${number}x`
    expect((await placesOf(page))[place], place).not.toContain(text)
    await plant(text)
    expect((await placesOf(page))[place], place).toContain(text)
  }
})
