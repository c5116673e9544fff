import { useEffect } from 'react'
import type { Token } from '../schema.ts'
import { hold, noteLost } from './journal.ts'

/** While this dialog is there, no tab says that its secret was left behind. @param entry once there is one */
export function useHold(entry: string | undefined): void {
  useEffect(() => (entry === undefined ? undefined : hold(entry)), [entry])
}

/** Keeps tokens in mind whose secret nobody has seen: whoever closes the dialog without a choice is told again. */
export function useNoteLost(entry: string, tokens: readonly Token[]): void {
  const uuids = tokens.map(({ uuid }) => uuid).join()
  useEffect(() => {
    if (uuids !== '') noteLost(entry, uuids.split(','))
  }, [entry, uuids])
}
