import type { Page } from 'playwright/test'
import { collectedMetrics } from './collectedMetrics.ts'
import { fillCreate, submitAndReveal } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose } from './listSteps.ts'
import { comeBackOnline } from './pageSteps.ts'
import { clipboardStatus, revealDialog, rotate } from './revealSteps.ts'
import { signInByForm } from './sessionSteps.ts'

const CYCLES = 200
const WARM_UP = 60
/** How often the page is measured after the warm-up, at equal intervals. */
const MEASURES = 5

/**
 * What one cycle may leave behind. A leaked form would leave 240 nodes, 39 listeners and 50 kB in each cycle, and a
 * leaked empty dialog 62 nodes and 7 listeners. Without a leak, both numbers stay the same, except for a single
 * listener now and then. The heap still grows, by compiled code and the engine's statistics: by about 45 kB per cycle
 * after the first ten, and by 10 kB after sixty.
 */
const MOST = { bytes: 30_000, nodes: 10, listeners: 1 }

type Measure = { [What in keyof typeof MOST]: number }

/** What the page holds after a garbage collection. */
async function measure(page: Page): Promise<Measure> {
  const of = await collectedMetrics(page)
  return { bytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/** The slope of the line that fits the measures best, so that a single outlier matters little. */
function perCycle(measures: readonly Measure[], what: keyof Measure): number {
  const middle = (measures.length - 1) / 2
  const rise = measures.reduce((sum, each, at) => sum + (at - middle) * each[what], 0)
  const run = measures.reduce((sum, _each, at) => sum + (at - middle) ** 2, 0)
  return (rise / run) * (MEASURES / CYCLES)
}

async function copyAndClose(page: Page): Promise<void> {
  const dialog = revealDialog(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(clipboardStatus(dialog)).toHaveText('Copied')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

test(`${CYCLES} times create, copy, close, rotate, copy, close and revoke leak nothing`, async ({ page, sandbox }) => {
  test.setTimeout((WARM_UP + CYCLES) * 15_000)
  await signInByForm(page, 'member')
  /**
   * Removes inactive tokens from the list, so that it is as long as at the start. Waits for the text `before` first, so
   * that the text `after` can't be an older one.
   */
  const forgetEnded = async (before: string, after: string) => {
    await expect(page.getByText(before, { exact: true }).first()).toBeVisible()
    await sandbox.forgetInactive('member')
    await comeBackOnline(page)
    await expect(page.getByText(after, { exact: true }).first()).toBeVisible()
  }
  const cycle = async () => {
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    const form = createForm(page)
    await fillCreate(form, 'soak', 'PROJECT.LIST')
    await submitAndReveal(page, form)
    await copyAndClose(page)
    await rotate(page, 'soak')
    await copyAndClose(page)
    await forgetEnded('2 tokens', '1 token')
    const dialog = await choose(page, 'Revoke', 'soak')
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(dialog).toBeHidden()
    await forgetEnded('No active tokens', 'No tokens yet')
  }
  for (let done = 0; done < WARM_UP; done += 1) await cycle()
  const measures = [await measure(page)]
  for (let done = 1; done <= CYCLES; done += 1) {
    await cycle()
    if (done % (CYCLES / MEASURES) === 0) measures.push(await measure(page))
  }
  const grown = {
    bytes: perCycle(measures, 'bytes'),
    nodes: perCycle(measures, 'nodes'),
    listeners: perCycle(measures, 'listeners'),
  }
  const figures = { start: measures[0], end: measures.at(-1), 'a cycle': grown }
  process.stdout.write(`\n${CYCLES} cycles after ${WARM_UP}: ${JSON.stringify(figures)}\n`)
  expect(grown.bytes).toBeLessThan(MOST.bytes)
  expect(grown.nodes).toBeLessThan(MOST.nodes)
  expect(grown.listeners).toBeLessThan(MOST.listeners)
})
