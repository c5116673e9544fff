import { mkdir, writeFile } from 'node:fs/promises'
import { test } from 'playwright/test'
import { measureDialog, offerThousandPermissions } from './dialog.ts'
import type { Measured } from './measures.ts'
import { measureList, measureScrolling } from './measures.ts'
import type { Sample } from './table.ts'
import { tableOf } from './table.ts'
import type { Processor } from './world.ts'
import { openWorld, processors } from './world.ts'

const listed = (name: string, usual: string) => (process.env[name] || usual).split(',')
const sizes = listed('BENCH_TOKENS', '1000,10000,50000').map(Number)
const chosen = (Object.keys(processors) as Processor[]).filter((_, index) =>
  listed('BENCH_PROCESSORS', 'fast,slow').includes(index === 0 ? 'fast' : 'slow'),
)
const runs = Number(process.env['BENCH_RUNS'] || 3)

const samples: Sample[] = []
const keep = (where: Pick<Sample, 'world' | 'processor' | 'page'>, measured: Measured) =>
  samples.push(...measured.map((each) => ({ ...where, ...each })))

test('the create dialog', async ({ browser }) => {
  const world = await openWorld({ entities: 1500 })
  offerThousandPermissions(world.sandbox)
  for (let run = 0; run < runs; run += 1) {
    for (const processor of chosen) {
      const page = await world.open(browser, 'app', processor)
      keep({ world: 'dialog', processor, page: 'app' }, await measureDialog(page))
      await page.close()
    }
  }
  await world.close()
})

for (const size of sizes) {
  test(`${size} tokens`, async ({ browser }) => {
    const world = await openWorld({ tokens: size })
    // Interleaved: what the machine does meanwhile meets both pages.
    for (let run = 0; run < runs; run += 1) {
      for (const processor of chosen) {
        for (const name of ['bare', 'app'] as const) {
          const page = await world.open(browser, name, processor)
          const where = { world: `${size.toLocaleString('en-GB')} tokens`, processor, page: name }
          keep(where, await measureList(page))
          if (name === 'app') keep(where, await measureScrolling(page))
          await page.close()
        }
      }
    }
    await world.close()
  })
}

test.afterAll(async () => {
  const file = 'reports/bench.json'
  await mkdir('reports', { recursive: true })
  await writeFile(file, JSON.stringify({ at: new Date().toISOString(), runs, samples }, null, 1))
  process.stdout.write(`\n${tableOf(samples)}\n\n${runs} runs each, interleaved; every number is in ${file}.\n`)
})
