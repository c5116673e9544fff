import { useEffect } from 'react'
import type { Token } from '../schema.ts'
import { hold, noteLost } from './journal.ts'

/** While this dialog is there, no tab says that its secret was left behind. @param entryId once there is one */
export function useHold(entryId: string | undefined): void {
  useEffect(() => (entryId === undefined ? undefined : hold(entryId)), [entryId])
}

/** Keeps tokens in mind whose secret nobody has seen: whoever closes the dialog without a choice is told again. */
export function useNoteLost(entryId: string, tokens: readonly Token[]): void {
  const uuids = tokens.map(({ uuid }) => uuid).join()
  useEffect(() => {
    if (uuids !== '') noteLost(entryId, uuids.split(','))
  }, [entryId, uuids])
}
