/** @returns what the browser reports: false also if it has no clipboard or forbids it */
export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * The older way, for a text on screen: it stays selected, so that Ctrl+C still works if this fails.
 * @returns what the browser reports
 */
export function copyBySelecting(element: HTMLElement | null): boolean {
  if (element) getSelection()?.selectAllChildren(element)
  return document.execCommand('copy')
}
