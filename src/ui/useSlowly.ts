import { useEffect, useEffectEvent, useState } from 'react'

/** The value as it was at the last full step: for what is read out, which cannot be read out at each change. */
export function useSlowly<Value>(value: Value, stepMs: number): Value {
  const [slow, setSlow] = useState(value)
  const step = useEffectEvent(() => setSlow(value))
  useEffect(() => {
    const timer = setInterval(step, stepMs)
    return () => clearInterval(timer)
  }, [stepMs])
  return slow
}
