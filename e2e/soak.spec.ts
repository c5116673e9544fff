import type { Page } from 'playwright/test'
import { fillCreate, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, revealDialog, rotate, signIn } from './steps.ts'

const isFull = process.env['TRIALS'] === 'full'
const CYCLES = isFull ? 200 : 10
/** Code is compiled and caches fill: the heap grows by 100 kB a cycle at first, by 6 kB after sixty. */
const WARM_UP = isFull ? 60 : 10

/** What one cycle may leave behind. A single dialog that is kept is hundreds of nodes and more than 100 kB. */
const MOST = { bytes: 40_000, nodes: 10, listeners: 1 }

/** What the page holds after a collection. */
async function measure(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  // Twice: what the first one frees can hold on to more.
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { bytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

async function copyAndClose(page: Page): Promise<void> {
  const dialog = revealDialog(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

test(`${CYCLES} times create, copy, close, rotate, copy, close and revoke leave nothing behind`, async ({
  page,
  sandbox,
}) => {
  test.setTimeout(CYCLES * 15_000)
  await signIn(page, 'member')
  /** What has ended goes from the list, so that it is as long as at the start. */
  const forgetEnded = async () => {
    await sandbox.forgetInactive('member')
    await page.evaluate(() => {
      dispatchEvent(new Event('offline'))
      dispatchEvent(new Event('online'))
    })
  }
  const cycle = async () => {
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    const form = page.getByRole('dialog', { name: 'Create personal access token' })
    await fillCreate(form, 'soak', 'PROJECT.LIST')
    await submitAndReveal(page, form)
    await copyAndClose(page)
    await rotate(page, 'soak')
    await copyAndClose(page)
    await forgetEnded()
    await expect(page.getByText('1 active, 1 in all')).toBeVisible()
    const dialog = await choose(page, 'Revoke', 'soak')
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(dialog).toBeHidden()
    await forgetEnded()
    await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
  }
  for (let warm = 0; warm < WARM_UP; warm += 1) await cycle()
  const start = await measure(page)
  for (let done = 0; done < CYCLES; done += 1) await cycle()
  const end = await measure(page)
  const grown = {
    bytes: (end.bytes - start.bytes) / CYCLES,
    nodes: (end.nodes - start.nodes) / CYCLES,
    listeners: (end.listeners - start.listeners) / CYCLES,
  }
  process.stdout.write(`\n${CYCLES} cycles: ${JSON.stringify({ start, end, 'a cycle': grown })}\n`)
  expect(grown.bytes).toBeLessThan(MOST.bytes)
  expect(grown.nodes).toBeLessThan(MOST.nodes)
  expect(grown.listeners).toBeLessThan(MOST.listeners)
})
