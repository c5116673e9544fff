/** How long to wait at most: Chromium calls back late, or never, while it has no frame to show. */
const PATIENCE_MS = 1000

/** How long the browser stays idle, in milliseconds. */
export type TimeLeft = () => number

/**
 * Calls back when the browser is idle. Where it cannot tell, as in Safari, it calls back shortly, with a little time.
 * @returns cancels the call
 */
export function whenIdle(call: (left: TimeLeft) => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(() => {
      const end = performance.now() + 10
      call(() => end - performance.now())
    }, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback((deadline) => call(() => deadline.timeRemaining()), {
    timeout: PATIENCE_MS,
  })
  return () => cancelIdleCallback(handle)
}
