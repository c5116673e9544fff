/** How long the browser has nothing else to do, in milliseconds. */
export type TimeLeft = () => number

/**
 * Calls when the browser has nothing else to do; where it cannot tell, as Safari, in a moment, with a little time.
 * @returns what calls it off
 */
export function whenIdle(call: (left: TimeLeft) => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(() => {
      const end = performance.now() + 10
      call(() => end - performance.now())
    }, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback((deadline) => call(() => deadline.timeRemaining()))
  return () => cancelIdleCallback(handle)
}
