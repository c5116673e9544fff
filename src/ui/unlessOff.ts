interface Off {
  'aria-disabled': true
  'aria-describedby': string | undefined
}

/**
 * The properties of a plain button that may be off. It is never `disabled`: the keyboard has to reach it, so that a
 * screen reader says why it is off.
 * @param reasonId the id of the reason, unless the button's own name says it
 */
export const unlessOff = (isOff: boolean, onClick: () => void, reasonId?: string): Off | { onClick: () => void } =>
  isOff ? { 'aria-disabled': true, 'aria-describedby': reasonId } : { onClick }
