import type { Browser, BrowserContext } from 'playwright/test'
import type { Measured } from './measures.ts'
import { seen } from './stopwatch.ts'
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

/** The floor has an inline script, which our headers forbid. */
export const UNGUARDED = { bypassCSP: true }

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

/** The browsers that visit the pages. */
export interface Visitors {
  /** Each visit is in a new context, with an empty cache. */
  browser: Browser
  /** With a profile on disk, like a user's: a cache of files and of compiled scripts. */
  regular: BrowserContext
}

/** Visits each page twice, because browsers use the compiled script from the third visit on. */
export async function getToKnow({ regular }: Visitors, world: World, uuid: string, pages: readonly PageName[]) {
  for (const door of pages.flatMap((page) => doorsOf(page, uuid))) {
    for (let time = 0; time < 2; time += 1) await goThrough(regular, world, door, 'desktop')
  }
}

/** Visits each page once as a newcomer and once as a returning user. */
export async function measureDoors(
  { browser, regular }: Visitors,
  world: World,
  uuid: string,
  page: PageName,
  profile: Profile,
): Promise<Pick<Sample, 'part' | 'measure' | 'value' | 'unit'>[]> {
  const measured = []
  for (const door of doorsOf(page, uuid)) {
    const newcomer = await browser.newContext(UNGUARDED)
    const [cold, warm] = [
      await goThrough(newcomer, world, door, profile),
      await goThrough(regular, world, door, profile),
    ]
    measured.push(
      ...cold.map((each) => ({ ...each, part: 'cold' })),
      ...warm.map((each) => ({ ...each, part: 'warm' })),
    )
    await newcomer.close()
  }
  return measured
}

async function goThrough(context: BrowserContext, world: World, door: Door, profile: Profile): Promise<Measured> {
  const { page, received } = await world.visit(context, { ...door, profile, hasLine: true })
  const marks = Object.keys(door.marks)
  const measured: Measured = []
  for (const measure of marks) measured.push({ measure, unit: 'ms', value: await seen(page, measure) })
  const soFar = received()
  // Whatever else the page loads is then in the cache for the next visit.
  await page.waitForLoadState('networkidle')
  if (marks.includes(ROW_OPENS)) {
    measured.push({ measure: BYTES, unit: 'kB', value: soFar / 1000 })
    measured.push({ measure: 'in all', unit: 'kB', value: received() / 1000 })
  }
  if (marks.includes(SIGN_IN)) measured.push({ measure: 'until the sign-in field', unit: 'kB', value: soFar / 1000 })
  await page.close()
  return measured
}
