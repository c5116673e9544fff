import type { BrowserContext } from 'playwright/test'

const SHOWN = 'a mark is shown: '

/**
 * Looks for marks of names (`asName` in src/ui/i18n.tsx) that were left in the page, where nobody would see them:
 * `Trans` turns them into elements, and `unmarked` removes them for attributes.
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
