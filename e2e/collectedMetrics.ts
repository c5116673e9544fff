import type { Page } from 'playwright/test'

/** @returns Chromium's metrics of the page after a garbage collection, by name; NaN if it has none of that name */
export async function collectedMetrics(page: Page): Promise<(name: string) => number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  // Twice, because objects freed by the first collection may have kept others alive.
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
}
