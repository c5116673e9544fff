import type { Page } from 'playwright/test'

/** Where something shows: all texts there, or all values of an attribute. */
export interface Place {
  at: string
  attribute?: string
}

/** Milliseconds from an event until the next frame was painted, with the letter in it, and until the frame that shows its result was. */
export interface Taken {
  letter: number
  result: number
}

/** Tasks that kept the page from answering for 50 ms or more, and the longest time between two frames, in milliseconds. */
export interface Jank {
  longTasks: number[]
  longestFrame: number
}

/** What shows that something is there: an element that says this, or without `at` the page's own address. */
export interface Mark {
  at?: string
  says: string
}

/** An element that is clicked as soon as it is there, and again every 50 ms until the mark is. */
export interface Press {
  at: string
  says: string
  until: string
}

interface Stopwatch {
  /** Milliseconds from the first navigation of the tab until each mark was painted. */
  seen: Record<string, number>
  /** How far what was painted has moved by itself, as browsers score it. */
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

/** Runs inside the page before anything of the page does: what it measures never waits for this process. */
function install([marks, press]: [Record<string, Mark>, Press | undefined]): void {
  const frame = () => new Promise(requestAnimationFrame)
  /** The first task behind the frame whose callbacks are running, before those that the page has waiting. */
  const behind = () => scheduler.postTask(() => performance.now(), { priority: 'user-blocking' })
  const painted = async () => {
    await frame()
    return await behind()
  }
  const read = ({ at, attribute }: Place) =>
    [...document.querySelectorAll(at)]
      .map((element) => (attribute === undefined ? element.textContent : element.getAttribute(attribute)))
      .join('|')
  /** An ellipsis says that something is still under way. */
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
    // TypeScript does not know this kind of entry.
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) stopwatch.shift += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const find = (at: string, says: string) =>
    [...document.querySelectorAll<HTMLElement>(at)].find((element) => element.textContent.includes(says))
  const isThere = ({ at, says }: Mark) =>
    at === undefined ? location.href.includes(says) : find(at, says) !== undefined
  // A click on a row may open its token as a document of its own.
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
        // Not before it is painted, as what the click does would count as painting.
        void behind().then(() => target.click())
      }
    }
    if (missing.length > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

export const installStopwatch = (page: Page, marks: Record<string, Mark>, press?: Press) =>
  page.addInitScript(install, [marks, press] as [Record<string, Mark>, Press | undefined])

/** Waits until the mark was painted. @returns milliseconds since the first navigation of the tab */
export async function seen(page: Page, mark: string): Promise<number> {
  const handle = await page.waitForFunction((name) => window.stopwatch.seen[name] || undefined, mark, { timeout: 0 })
  return (await handle.jsonValue()) ?? Number.NaN
}

/** Acts, and tells how long after the event the place looked different. */
export async function timed(page: Page, event: string, place: Place, act: () => Promise<void>): Promise<Taken> {
  await page.evaluate(([event, place]) => window.stopwatch.start(event, place), [event, place] as const)
  await act()
  return await page.evaluate(() => window.stopwatch.taken ?? Promise.reject(new Error('nothing was started')))
}

/** Acts, and tells how smoothly the page was drawn meanwhile. */
export async function jankOf(page: Page, act: () => Promise<void>): Promise<Jank> {
  const stop = await page.evaluateHandle(() => window.stopwatch.watchFrames())
  await act()
  return await stop.evaluate((end) => end())
}
