import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { DIALOGS } from '../../ui/dialogs.ts'

/** Whether the page is being printed, without a dialog over it. Rendered before the browser lays out the print. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(document.querySelector(DIALOGS) === null))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
