import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { fillCreate, openCreate } from './createSteps.ts'
import { choose } from './listSteps.ts'
import type { Cut, LossPlan } from './lossPlans.ts'
import { outcomeOf, readSecret, revealDialog } from './revealSteps.ts'
import { statusOf, tokensPath } from './sandboxSteps.ts'
import { signInByForm } from './sessionSteps.ts'

interface World {
  page: Page
  sandbox: Sandbox
  origin: string
}

/** One request about to be sent, and the state before it. */
export interface Attempt extends World {
  /** The form or confirmation, with its submit button. */
  dialog: Locator
  button: Locator
  path: string
  before: ReadonlySet<string>
  /** The token to be rotated. */
  old: { uuid: string; token: string } | null
}

/** What the page says happened to the request. */
export interface Said {
  what: 'secret' | keyof typeof words
  /**
   * How many active tokens it names: the one with the secret and its duplicates, or those whose secret no one has seen.
   */
  named: number
}

/** How the page's alert starts for each result. */
const words = {
  lost: /^(A token|\d+ tokens) with this name (was|were) created|^Rotated, but the new secret was lost/,
  both: /^You now have two tokens/,
  nothing: /^(Nothing (was )?created|Not rotated)/,
  dead: /^This token is no longer active/,
  'cannot tell': /^Outcome not known yet/,
}

const name = 'lost'

/** Signs in and goes up to the submit button. The page's clock is fake, so that the test need not wait for it. */
export async function prepare(
  { page, sandbox, origin }: World,
  { op, replays, namesake }: Pick<LossPlan, 'op' | 'replays' | 'namesake'>,
): Promise<Attempt> {
  sandbox.settings.IDEMPOTENCY = replays
  const old = op === 'rotate' ? await sandbox.createToken('owner', { name }) : null
  // A rotation finds its token by name.
  if (namesake && op === 'create') await sandbox.createToken('owner', { name })
  const before = new Set((await sandbox.tokensOf('owner')).map(({ uuid }) => uuid))
  await page.clock.install({ time: sandbox.now() })
  const world = { page, sandbox, origin, before, old }
  if (old) {
    await signInByForm(page, 'owner')
    const dialog = await choose(page, 'Rotate', name)
    const path = `${tokensPath}${old.uuid}/rotate/`
    return { ...world, dialog, path, button: dialog.getByRole('button', { name: 'Rotate token' }) }
  }
  const dialog = await openCreate(page, 'owner')
  await fillCreate(dialog, name, 'PROJECT.LIST')
  return { ...world, dialog, path: tokensPath, button: dialog.getByRole('button', { name: 'Create token' }) }
}

/** Spoils the responses to the page's request and to the browser's resends, in this order. */
export function spoilResponses({ sandbox, path }: Attempt, cuts: readonly Cut[]): void {
  for (const { kind, bytes } of cuts) {
    if (kind === 'truncate') sandbox.damageNext('POST', path, { kind, bytes })
    else if (kind === 'midBody') sandbox.dropNext('POST', path, kind, bytes)
    else if (kind === '502' || kind === '504') {
      sandbox.failNext('POST', path, { status: Number(kind), body: '<h1>Bad gateway</h1>', afterCommit: true })
    } else sandbox.dropNext('POST', path, kind)
  }
}

/** Runs the page's clock until the page has checked three times, and reads the result. */
export async function hear(attempt: Attempt): Promise<Said> {
  const { page, sandbox } = attempt
  const asked = looksAtTokens(sandbox)
  await attempt.button.click()
  const said = async () => {
    await page.clock.runFor(1000)
    if (await revealDialog(page).isVisible()) return 'secret'
    const alert = outcomeOf(attempt.dialog)
    const isLooking = await attempt.dialog.getByRole('progressbar', { name: 'Checking your tokens' }).isVisible()
    const text = isLooking ? '' : ((await alert.allTextContents())[0] ?? '')
    return kinds.find((kind) => words[kind].test(text)) ?? 'not yet'
  }
  await expect.poll(said, { intervals: [50] }).not.toBe('not yet')
  const what = (await said()) as Said['what']
  if (what !== 'secret') {
    const offered = outcomeOf(attempt.dialog).getByRole('button', { name: 'Rotate to get a new secret' })
    return { what, named: await offered.count() }
  }
  // Three checks for duplicates, and one request of the list itself.
  const looks = async () => {
    await page.clock.runFor(1000)
    return looksAtTokens(sandbox) - asked
  }
  await expect.poll(looks, { intervals: [50] }).toBeGreaterThanOrEqual(4)
  await expect(revealDialog(page)).toBeVisible()
  return { what, named: 1 + (await twins(page).count()) }
}

const kinds = Object.keys(words) as (keyof typeof words)[]

const looksAtTokens = ({ requests }: Sandbox) =>
  requests.filter(({ method, path, status }) => method === 'GET' && path === tokensPath && status === 200).length

/** A button for each further token that the page tells of. */
const twins = (page: Page): Locator => revealDialog(page).getByRole('button', { name: 'Revoke extra token' })

/** How many active tokens the request created, according to the database. */
export async function issued({ sandbox, before }: Attempt): Promise<number> {
  const tokens = await sandbox.tokensOf('owner')
  return tokens.filter((token) => token.name === name && token.isActive && !before.has(token.uuid)).length
}

/** The page's statement about the old secret is true in Waldur. */
export async function expectTruthOfOld({ origin, old, dialog }: Attempt, { what }: Said): Promise<void> {
  if (!old) return
  const lives = what === 'nothing' || what === 'both'
  expect(await statusOf(origin, `Bearer ${old.token}`), 'the old secret').toBe(lives ? 200 : 401)
  if (what === 'nothing') await expect(outcomeOf(dialog)).toContainText('The old secret still works')
  if (what === 'lost') await expect(outcomeOf(dialog)).toContainText('the old one no longer works')
}

/** The shown secret works, and once each duplicate is revoked with its button, it is the only one. */
export async function expectTheSecretToBeLeft(attempt: Attempt): Promise<void> {
  const { page, origin } = attempt
  const secret = await readSecret(page)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
  for (let left = await twins(page).count(); left > 0; left -= 1) {
    await twins(page).first().click()
    await expect(twins(page)).toHaveCount(left - 1)
  }
  expect(await issued(attempt)).toBe(1)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
}

/** The page sent one request: all others have the first one's key, so they are the browser's. */
export function expectOneSend({ sandbox, path }: Attempt): void {
  const keys = sandbox.requests.filter((each) => each.method === 'POST' && each.path === path).map(({ key }) => key)
  expect([...new Set(keys)], 'keys of one click').toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
}
