/** The browser's storage of this kind; null where the browser forbids it, as even to ask for it throws then. */
export function storageOf(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind]
  } catch {
    return null
  }
}
