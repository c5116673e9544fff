import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'
import type { Place } from './secretPlaces.ts'
import { clipboardText, findSecret, heapText } from './secretPlaces.ts'

/** The places that hold the secret at each moment. It must be in these and in no others. */
const HOLDS = {
  'open and hidden': [],
  shown: ['accessibility tree', 'document', 'visible text'],
  'shown, on paper': ['document'],
  'hidden again': [],
  'after Escape': [],
  'asked before closing': [],
  'in another tab': [],
  copied: ['clipboard'],
  'copied by hand': ['accessibility tree', 'document', 'selection', 'visible text'],
  'copied the older way': ['clipboard'],
  'session ended while shown': [],
  'signed out in another tab': [],
  closed: [],
  'closed, after it was copied': ['clipboard'],
  'closed, after the session ended': [],
  'a second later': [],
  'on another page': [],
  'after Back': [],
  'after Forward': [],
  'signed out': [],
  'after a reload': [],
  'after a reload while shown': [],
  'after a crash': ['clipboard'],
  // Files and requests are recorded by the test, and stay recorded while it runs.
  downloaded: ['blobs'],
  'downloaded and tested': ['blobs', 'request headers'],
  'closed after both': ['blobs', 'request headers'],
  'closed while being tested': ['request headers'],
  'after a response cut in its middle': [],
  'after a lost response, looked into': [],
} as const satisfies { [moment: string]: readonly (Place | 'clipboard')[] }

/** Compares the places that hold the secret with those expected at this moment. */
export async function look(page: Page, secret: string, moment: keyof typeof HOLDS, atTheEnd = false): Promise<void> {
  const held: readonly string[] = HOLDS[moment]
  const found = await findSecret(page, secret)
  // The clipboard keeps its content, so if nothing should have been copied, it is enough to check it at the end.
  const copied = atTheEnd || held.includes('clipboard') ? await clipboardText(page) : ''
  if (copied.includes(secret)) found.push('clipboard')
  const pairs = (places: readonly string[]) => places.map((place) => `${moment} × ${place}`).sort()
  expect(pairs(found), 'places that hold the secret').toEqual(pairs(held))
}

/**
 * Also checks the clipboard and the JavaScript heap, which takes longer.
 * @param earlier other secrets that must not be on the heap anymore
 */
export async function lookEverywhere(
  page: Page,
  secret: string,
  moment: keyof typeof HOLDS,
  earlier: readonly string[] = [],
): Promise<void> {
  await look(page, secret, moment, true)
  await page.evaluate(() => Object.assign(window, { planted: ['on', 'the', 'heap'].join(' ') }))
  const heap = await heapText(page)
  expect(heap.includes('on the heap'), 'the snapshot contains a planted text').toBe(true)
  for (const each of [secret, ...earlier]) expect(heap.includes(each), `${moment} × heap`).toBe(false)
}
