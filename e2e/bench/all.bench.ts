import { mkdir, writeFile } from 'node:fs/promises'
import { test } from 'playwright/test'
import { marks as dialogMarks, measureDialog, offerThousandPermissions } from './dialog.ts'
import { addFirstToken, measureDoors, warmProfile } from './doors.ts'
import { verdictsOn, verdictTable } from './limits.ts'
import { marks as listMarks, measureList, measureScrolling } from './measures.ts'
import { options } from './options.ts'
import { launchBrowser } from './tab.ts'
import type { Sample } from './table.ts'
import { tableOf } from './table.ts'
import { lists, openWorld } from './world.ts'

const { parts, runs, pages, profiles, tokens } = options
const samples: Sample[] = []

/** Interleaved, so that anything else the machine does affects all pages alike. */
async function inTurn<Page>(
  pages: readonly Page[],
  measure: (page: Page, profile: Sample['profile']) => Promise<void>,
) {
  for (let run = 0; run < runs; run += 1) {
    for (const profile of profiles) for (const page of pages) await measure(page, profile)
  }
}

if (parts.includes('doors')) {
  test('doors', async ({ playwright, launchOptions }) => {
    const world = await openWorld({ tokens: 40 }, pages)
    const uuid = await addFirstToken(world)
    const { executablePath = playwright.chromium.executablePath(), args = [] } = launchOptions
    const browser = await launchBrowser(executablePath, args)
    await warmProfile(browser, world, uuid, pages)
    await inTurn(pages, async (page, profile) => {
      const measured = await measureDoors(browser, world, uuid, page, profile)
      samples.push(...measured.map((each) => ({ ...each, page, profile })))
    })
    await browser.close()
    await world.close()
  })
}

if (parts.includes('create')) {
  test('the create dialog', async ({ browser }) => {
    const world = await openWorld({ entities: 1500 }, [])
    offerThousandPermissions(world.sandbox)
    await inTurn(['ours'] as const, async (name, profile) => {
      const context = await browser.newContext()
      const list = { path: lists[name], isSignedIn: true, marks: dialogMarks }
      const page = await world.visit(context, { ...list, profile })
      const measured = await measureDialog(page)
      samples.push(...measured.map((each) => ({ ...each, part: 'create dialog', page: name, profile })))
      await context.close()
    })
    await world.close()
  })
}

for (const size of parts.includes('list') ? tokens : []) {
  test(`${size} tokens`, async ({ browser }) => {
    const world = await openWorld({ tokens: size }, [])
    const part = `${size.toLocaleString('en-GB')} tokens`
    await inTurn(
      pages.filter((name) => name !== 'react-admin'),
      async (name, profile) => {
        const context = await browser.newContext({ bypassCSP: true })
        const list = { path: lists[name], isSignedIn: true, marks: listMarks }
        const page = await world.visit(context, { ...list, profile })
        const measured = await measureList(page)
        if (name === 'ours') measured.push(...(await measureScrolling(page)))
        samples.push(...measured.map((each) => ({ ...each, part, page: name, profile })))
        await context.close()
      },
    )
    await world.close()
  })
}

test.afterAll(async () => {
  const limits = verdictsOn(samples)
  const file = 'reports/bench.json'
  await mkdir('reports', { recursive: true })
  await writeFile(file, JSON.stringify({ at: new Date().toISOString(), runs, limits, samples }, null, 1))
  const runsSaid = `Medians of ${runs} runs, the pages in turn. Every number is in ${file}.`
  process.stdout.write(`\n${tableOf(samples)}\n\n${verdictTable(limits)}\n\n${runsSaid}\n`)
})
