import type { BrowserContext, Page, Request } from 'playwright/test'

const running = new WeakMap<Page, Set<Request>>()

/** Keeps account of each page's requests. Chromium never ends those of a document that was left. */
export function watchRequests(context: BrowserContext): void {
  context.on('page', (page) => {
    const requests = new Set<Request>()
    running.set(page, requests)
    let isLeaving = false
    page.on('request', (request) => {
      requests.add(request)
      if (request.isNavigationRequest()) isLeaving = true
    })
    page.on('requestfinished', (request) => requests.delete(request))
    page.on('requestfailed', (request) => requests.delete(request))
    // A new URL of the same document comes without a request. Until the new document is there, the old one may request.
    page.on('framenavigated', () => {
      if (isLeaving) requests.clear()
      isLeaving = false
    })
  })
}

/** The URLs of Waldur that the page's document has requested, and that have no complete response yet. */
export const urlsUnderway = (page: Page): string[] =>
  [...(running.get(page) ?? [])].map((request) => request.url()).filter((url) => url.includes('/api/'))
