import { useEffect, useEffectEvent } from 'react'
import { DIALOGS } from '../../ui/dialogs.ts'
import { keysAreOn } from '../../ui/keys.ts'
import { typedKey } from '../../ui/typedKey.ts'

/** Actions by the character that the key types. */
export type KeyActions = ReadonlyMap<string, () => void>

const OVER_THE_LIST = `${DIALOGS}, [role="menu"]`

/**
 * Keyboard shortcuts that work wherever the focus is, but not while the user types, and not behind a dialog or menu.
 */
export function useListKeys(actions: KeyActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = actions.get(typedKey(event))
    if (!action || !keysAreOn() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTypedInto(event.target) || document.querySelector(OVER_THE_LIST) !== null) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}
