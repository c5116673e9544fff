/** What the user has done with a secret on screen. The secret itself is never in it. */
export interface RevealState {
  isShown: boolean
  /** It is shown only because it could not be copied otherwise, and is hidden again once it is. */
  isShownToCopy: boolean
  /**
   * What we know of the clipboard. `by hand`: the browser did not allow copying, so the user has to. `replaced`: the
   * secret was copied once, but something else is there now.
   */
  copying: 'not yet' | 'copied' | 'by hand' | 'replaced'
  isDownloaded: boolean
  /** The user says so, by a checkbox. */
  isStored: boolean
  /** The user tried to close the dialog or leave the page while there was something to lose. */
  isLeaving: boolean
  /** Escape was the last key. */
  isEscaped: boolean
}

export type RevealEvent =
  | 'show'
  | 'show to copy'
  | 'hide'
  | 'copied'
  | 'copy denied'
  | 'other copied'
  | 'downloaded'
  | 'stored'
  | 'not stored'
  | 'leave'
  | 'stay'
  | 'escape'
  | 'other key'

export const NOTHING_DONE: RevealState = {
  isShown: false,
  isShownToCopy: false,
  copying: 'not yet',
  isDownloaded: false,
  isStored: false,
  isLeaving: false,
  isEscaped: false,
}

export function revealReducer(state: RevealState, event: RevealEvent): RevealState {
  switch (event) {
    case 'show':
    case 'hide':
      return { ...state, isShown: event === 'show', isShownToCopy: false }
    case 'show to copy':
      return state.isShown ? state : { ...state, isShown: true, isShownToCopy: true }
    case 'copied':
      return { ...state, isShown: state.isShown && !state.isShownToCopy, isShownToCopy: false, copying: 'copied' }
    case 'copy denied':
      return { ...state, copying: 'by hand' }
    case 'other copied':
      return state.copying === 'copied' ? { ...state, copying: 'replaced' } : state
    case 'downloaded':
      return { ...state, isDownloaded: true }
    case 'stored':
    case 'not stored':
      return { ...state, isStored: event === 'stored' }
    case 'leave':
    case 'stay':
      return { ...state, isLeaving: event === 'leave' }
    case 'escape':
    case 'other key':
      // The same object, because most keys change nothing.
      return state.isEscaped === (event === 'escape') ? state : { ...state, isEscaped: event === 'escape' }
  }
}

/** Any of the three is enough. */
export const isSaved = ({ copying, isDownloaded, isStored }: RevealState): boolean =>
  copying === 'copied' || isDownloaded || isStored
