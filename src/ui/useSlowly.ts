import { useEffect, useEffectEvent, useState } from 'react'

/** The value at the last full step, for a live region that cannot announce every change. */
export function useSlowly<Value>(value: Value, stepMs: number): Value {
  const [slow, setSlow] = useState(value)
  const step = useEffectEvent(() => setSlow(value))
  useEffect(() => {
    const timer = setInterval(step, stepMs)
    return () => clearInterval(timer)
  }, [stepMs])
  return slow
}
