/** A space without width, which Playwright leaves out of texts: what has one was translated. */
export const MARK = '\u200b'

/**
 * Does in the page what the translators of browsers do to it: each text, also one that comes later, is replaced by
 * `<font><font>text</font></font>`. The texts stay as they were, but for a mark. A script for `addInitScript`.
 */
export function translatePage(mark: string): void {
  let count = 0
  const translate = (text: Text) => {
    const isLeft = text.parentElement?.closest('font, script, style, textarea, title, [translate=no]') !== null
    if (isLeft || text.data.trim() === '') return
    const outer = document.createElement('font')
    const inner = document.createElement('font')
    outer.append(inner)
    text.replaceWith(outer)
    count += 1
    // Some keep the page's own text, others put a new one in its place.
    inner.append(count % 2 === 0 ? text : new Text(text.data))
    if (inner.firstChild instanceof Text) inner.firstChild.data += mark
  }
  const translateIn = (node: Node) => {
    if (node instanceof Text) return translate(node)
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
    for (const text of texts) translate(text)
  }
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) translateIn(node)
  }).observe(document, { childList: true, subtree: true })
}
