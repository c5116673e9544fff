/** Selects what lies over the page: dialogs, the form of a new token, which fills the window, and the cover. */
export const DIALOGS = '.MuiDialog-root, dialog'
