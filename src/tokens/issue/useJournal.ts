import { useEffect } from 'react'
import type { Token } from '../schema.ts'
import { lockEntry, noteLost } from './journal.ts'

/** While this dialog is mounted, no tab reports its secret as unsaved. @param entryId undefined until there is one */
export function useEntryLock(entryId: string | undefined): void {
  useEffect(() => (entryId === undefined ? undefined : lockEntry(entryId)), [entryId])
}

/** Remembers tokens whose secret no one has seen, to show them again if the dialog is closed without a choice. */
export function useNoteLost(entryId: string, tokens: readonly Token[]): void {
  const uuids = tokens.map(({ uuid }) => uuid).join()
  useEffect(() => {
    if (uuids !== '') noteLost(entryId, uuids.split(','))
  }, [entryId, uuids])
}
