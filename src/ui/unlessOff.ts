interface Off {
  'aria-disabled': true
  'aria-describedby': string | undefined
}

/**
 * What a plain button does, or why it does nothing. It is never `disabled`: the keyboard has to reach it, so that a
 * screen reader says the reason.
 * @param reasonId the id of the reason, unless the button's own name says it
 */
export const unlessOff = (isOff: boolean, onClick: () => void, reasonId?: string): Off | { onClick: () => void } =>
  isOff ? { 'aria-disabled': true, 'aria-describedby': reasonId } : { onClick }
