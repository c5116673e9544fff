import type { BrowserContext } from 'playwright/test'

const SHOWN = 'a mark is shown: '

/**
 * Looks for the marks of names (`asName` in src/ui/i18n.tsx), which nobody sees: a sentence that has them is shown by
 * `Trans`, which makes elements of names, or stands in an attribute without them.
 * @returns a function that lists the texts with marks so far
 */
export async function watchNameMarks(context: BrowserContext): Promise<() => readonly string[]> {
  const faults: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(SHOWN)) faults.push(text)
  })
  await context.addInitScript((shown) => {
    const { debug } = console
    const look = (node: Node) => {
      const text = node instanceof Element ? node.outerHTML : (node.textContent ?? '')
      if (text.includes('\u2060')) debug(shown + text)
    }
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'childList') for (const added of addedNodes) look(added)
        else if (type === 'attributes' && target instanceof Element) look(target.cloneNode())
        else look(target)
      }
    }).observe(document, { childList: true, characterData: true, attributes: true, subtree: true })
  }, SHOWN)
  return () => faults
}
