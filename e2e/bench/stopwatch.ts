import type { Page } from 'playwright/test'

/** What to watch: the texts of all matching elements, or all values of one attribute. */
export interface Place {
  at: string
  attribute?: string
}

/**
 * Milliseconds from an event to the next painted frame, which has the letter, and to the frame that shows the result.
 */
export interface Taken {
  letter: number
  result: number
}

/** Tasks that blocked the page for 50 ms or more, and the longest time between two frames, in milliseconds. */
export interface Jank {
  longTasks: number[]
  longestFrame: number
}

/** How to recognize a moment: an element with this text or, without `at`, this text in the page's URL. */
export interface Mark {
  at?: string
  says: string
}

/** An element to click as soon as it exists, and again every 50 ms until the mark is seen. */
export interface Press {
  at: string
  says: string
  until: string
}

interface Stopwatch {
  /** Milliseconds from the tab's first navigation until each mark was painted. */
  seen: Record<string, number>
  /** The cumulative layout shift, as browsers score it. */
  shift: number
  start: (event: string, place: Place) => void
  taken: Promise<Taken> | undefined
  watchFrames: () => () => Jank
}

declare global {
  interface Window {
    stopwatch: Stopwatch
  }
}

/** Runs in the page before any of its own code, so that measuring never waits for this process. */
function install([marks, press]: [Record<string, Mark>, Press | undefined]): void {
  const frame = () => new Promise(requestAnimationFrame)
  /** The first task after the frame whose callbacks are running, before other tasks that the page has queued. */
  const behind = () => scheduler.postTask(() => performance.now(), { priority: 'user-blocking' })
  const painted = async () => {
    await frame()
    return await behind()
  }
  const read = ({ at, attribute }: Place) =>
    [...document.querySelectorAll(at)]
      .map((element) => (attribute === undefined ? element.textContent : element.getAttribute(attribute)))
      .join('|')
  /** An ellipsis means that something is still in progress. */
  const changed = async (place: Place, before: string) => {
    const limit = performance.now() + 60_000
    do {
      if (performance.now() > limit) throw new Error(`nothing changed in ${place.at}: ${before}`)
      await frame()
    } while (read(place) === before || read(place).includes('…'))
    return await behind()
  }
  const stopwatch: Stopwatch = {
    seen: {},
    shift: 0,
    taken: undefined,
    start: (event, place) => {
      stopwatch.taken = new Promise((resolve, reject) => {
        const onEvent = ({ timeStamp }: Event) => {
          Promise.all([painted(), changed(place, read(place))]).then(
            ([letter, result]) => resolve({ letter: letter - timeStamp, result: result - timeStamp }),
            reject,
          )
        }
        addEventListener(event, onEvent, { capture: true, once: true })
      })
    },
    watchFrames: () => {
      const longTasks: number[] = []
      const observer = new PerformanceObserver((list) =>
        longTasks.push(...list.getEntries().map((task) => task.duration)),
      )
      observer.observe({ type: 'longtask' })
      let [last, longestFrame, isOver] = [performance.now(), 0, false]
      const onFrame = (now: number) => {
        longestFrame = Math.max(longestFrame, now - last)
        last = now
        if (!isOver) requestAnimationFrame(onFrame)
      }
      requestAnimationFrame(onFrame)
      return () => {
        isOver = true
        longTasks.push(...observer.takeRecords().map((task) => task.duration))
        observer.disconnect()
        return { longTasks, longestFrame }
      }
    },
  }
  window.stopwatch = stopwatch
  new PerformanceObserver((list) => {
    // TypeScript's types lack this kind of entry.
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) stopwatch.shift += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const find = (at: string, says: string) =>
    [...document.querySelectorAll<HTMLElement>(at)].find((element) => element.textContent.includes(says))
  const isThere = ({ at, says }: Mark) =>
    at === undefined ? location.href.includes(says) : find(at, says) !== undefined
  // A click on a row may load its token as a new document.
  const start = Number(sessionStorage.getItem('bench.start') ?? performance.timeOrigin)
  sessionStorage.setItem('bench.start', String(start))
  let pressed = Number.NEGATIVE_INFINITY
  const look = () => {
    const missing = Object.entries(marks).filter(([name]) => !(name in stopwatch.seen))
    for (const [name] of missing.filter(([, mark]) => isThere(mark))) {
      stopwatch.seen[name] = Number.NaN
      void behind().then((now) => {
        stopwatch.seen[name] = performance.timeOrigin + now - start
      })
    }
    if (press && !(press.until in stopwatch.seen) && performance.now() - pressed >= 50) {
      const target = find(press.at, press.says)
      if (target) {
        pressed = performance.now()
        // Only once it is painted: otherwise the click's work would count as painting.
        void behind().then(() => target.click())
      }
    }
    if (missing.length > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

export const installStopwatch = (page: Page, marks: Record<string, Mark>, press?: Press) =>
  page.addInitScript(install, [marks, press] as [Record<string, Mark>, Press | undefined])

/** The same as source text. */
export const stopwatchScript = (marks: Record<string, Mark>, press?: Press): string =>
  `(${install})(${JSON.stringify([marks, press])})`

/** Waits until the mark has been painted. @returns milliseconds since the tab's first navigation */
export async function seen(page: Page, mark: string): Promise<number> {
  const handle = await page.waitForFunction((name) => window.stopwatch.seen[name] || undefined, mark, { timeout: 0 })
  return (await handle.jsonValue()) ?? Number.NaN
}

/** Acts, and measures how long after the event the place changed. */
export async function timed(page: Page, event: string, place: Place, act: () => Promise<void>): Promise<Taken> {
  await page.evaluate(([event, place]) => window.stopwatch.start(event, place), [event, place] as const)
  await act()
  return await page.evaluate(() => window.stopwatch.taken ?? Promise.reject(new Error('nothing was started')))
}

/** Acts, and measures how smoothly the page rendered meanwhile. */
export async function jankOf(page: Page, act: () => Promise<void>): Promise<Jank> {
  const stop = await page.evaluateHandle(() => window.stopwatch.watchFrames())
  await act()
  return await stop.evaluate((end) => end())
}
