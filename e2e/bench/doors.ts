import { setTimeout } from 'node:timers/promises'
import type { Measured } from './measures.ts'
import type { BareBrowser, Tab } from './tab.ts'
import type { Sample } from './table.ts'
import type { PageName, Profile, Visit, World } from './world.ts'
import { lists } from './world.ts'

/** The first row on all pages: this token is both the newest and the first to expire. */
const FIRST = 'the first row'

/** 1: a row can be read, and a click on it works. */
export const ROW_SEEN = 'first row seen'
export const ROW_OPENS = 'a click opens it'
/** 2 to 4: the other pages that people arrive at, and the other thing they press first. */
export const MENU_OPENS = "the row's menu opens"
export const SIGN_IN = 'sign-in field'
export const TOKEN_PAGE = "a token's page"
export const OURS = [ROW_SEEN, ROW_OPENS, MENU_OPENS, SIGN_IN, TOKEN_PAGE]
export const BYTES = 'until a click opens it'

const rowSeen = { at: 'tbody :is(th, td)', says: FIRST }

type Door = Pick<Visit, 'path' | 'isSignedIn' | 'marks' | 'press'>

/** The pages to visit and the marks to wait for, as the page's own clock measures them. */
function doorsOf(page: PageName, uuid: string): Door[] {
  const list = { path: lists[page], isSignedIn: true }
  const opens = { says: uuid }
  const row = { ...list, marks: { [ROW_SEEN]: rowSeen, [ROW_OPENS]: opens } }
  switch (page) {
    case 'floor':
      return [{ ...list, marks: { [ROW_SEEN]: rowSeen } }]
    case 'react-admin':
      return [{ ...row, press: { at: 'tbody td', says: FIRST, until: ROW_OPENS } }]
    case 'ours': {
      const menu = { at: `tbody button[aria-label="Actions for ${FIRST}"]`, says: '', until: MENU_OPENS }
      return [
        { ...row, press: { at: 'tbody a', says: FIRST, until: ROW_OPENS } },
        { ...list, marks: { [MENU_OPENS]: { at: '[role="menu"]', says: '' } }, press: menu },
        { ...list, isSignedIn: false, marks: { [SIGN_IN]: { at: 'input[type="password"]:enabled', says: '' } } },
        { ...list, path: `/tokens/${uuid}`, marks: { [TOKEN_PAGE]: { at: 'h1', says: FIRST } } },
      ]
    }
  }
}

/** Creates the token for the first row. @returns its uuid */
export async function addFirstToken({ sandbox }: World): Promise<string> {
  const tomorrow = new Date(sandbox.now() + 86_400_000).toISOString()
  return (await sandbox.createToken('staff', { name: FIRST, expires_at: tomorrow })).uuid
}

/**
 * Visits each page twice in the browser's profile, because browsers use the compiled script from the third visit on.
 */
export async function warmProfile(browser: BareBrowser, world: World, uuid: string, pages: readonly PageName[]) {
  for (const door of pages.flatMap((page) => doorsOf(page, uuid))) {
    for (let time = 0; time < 2; time += 1) await goThrough(await browser.openTab(false), world, door, 'desktop')
  }
}

/** Visits each page once as a newcomer, with an empty cache, and once as a returning user. */
export async function measureDoors(
  browser: BareBrowser,
  world: World,
  uuid: string,
  page: PageName,
  profile: Profile,
): Promise<Pick<Sample, 'part' | 'measure' | 'value' | 'unit'>[]> {
  const measured = []
  for (const door of doorsOf(page, uuid)) {
    for (const part of ['cold', 'warm']) {
      const tab = await browser.openTab(part === 'cold')
      measured.push(...(await goThrough(tab, world, door, profile)).map((each) => ({ ...each, part })))
    }
  }
  return measured
}

/** Visits a page, waits for its marks and for the end of loading, and closes the tab. */
async function goThrough(tab: Tab, world: World, door: Door, profile: Profile): Promise<Measured> {
  const traffic = trafficOf(tab)
  await world.visitIn(tab, { ...door, profile })
  const marks = Object.keys(door.marks)
  const measured: Measured = []
  for (const measure of marks) measured.push({ measure, unit: 'ms', value: await seenIn(tab, measure) })
  const soFar = traffic.received()
  // Whatever else the page loads is then in the cache for the next visit.
  await traffic.isOver()
  if (marks.includes(ROW_OPENS)) {
    measured.push({ measure: BYTES, unit: 'kB', value: soFar / 1000 })
    measured.push({ measure: 'in all', unit: 'kB', value: traffic.received() / 1000 })
  }
  if (marks.includes(SIGN_IN)) measured.push({ measure: 'until the sign-in field', unit: 'kB', value: soFar / 1000 })
  await tab.close()
  return measured
}

/** Waits until the mark has been painted. @returns milliseconds since the tab's first navigation */
async function seenIn({ send }: Tab, mark: string): Promise<number> {
  const expression = `window.stopwatch?.seen[${JSON.stringify(mark)}]`
  for (;;) {
    const { result } = await send('Runtime.evaluate', { expression })
    if (typeof result.value === 'number') return result.value
    await setTimeout(100)
  }
}

/** The bytes that a tab has received, including unfinished responses, and when it has been idle for half a second. */
function trafficOf({ on }: Tab) {
  const byRequest = new Map<string, number>()
  const open = new Set<string>()
  let last = Date.now()
  const close = (requestId: string) => {
    open.delete(requestId)
    last = Date.now()
  }
  on('Network.requestWillBeSent', ({ requestId }) => open.add(requestId))
  on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    byRequest.set(requestId, (byRequest.get(requestId) ?? 0) + encodedDataLength)
  })
  on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    byRequest.set(requestId, encodedDataLength)
    close(requestId)
  })
  on('Network.loadingFailed', ({ requestId }) => close(requestId))
  return {
    received: () => [...byRequest.values()].reduce((total, each) => total + each, 0),
    isOver: async () => {
      while (open.size > 0 || Date.now() - last < 500) await setTimeout(100)
    },
  }
}
