/** @returns what the browser says, never a guess: false also where it has no clipboard or forbids it */
export async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * The older way, for a text on screen: it stays selected, so that Ctrl+C does what this could not.
 * @returns what the browser says, which is the truth here as well
 */
export function copyBySelecting(element: HTMLElement | null): boolean {
  if (element) getSelection()?.selectAllChildren(element)
  return document.execCommand('copy')
}
