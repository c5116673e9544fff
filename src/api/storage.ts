/** This browser storage; null if the browser forbids it, because then even reading the property throws. */
export function storageOf(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[kind]
  } catch {
    return null
  }
}
