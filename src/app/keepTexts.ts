/**
 * Lets React and a browser's translator share the page. The translator replaces each text by
 * `<font><font>its translation</font></font>`. React would throw when it removes a text that is no longer there, or
 * inserts something before it, and would update texts that nobody sees. So each text goes back to its place, empty and
 * beside the translation. If React removes the text, its translation goes as well; if React changes it, the new words
 * replace the translation, until they are translated in turn.
 */
export function keepTexts(page: Node): void {
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') showChanged(record.target)
      for (const node of record.removedNodes) follow(node, record)
    }
    // Ignore our own changes: they aren't the translator's.
    observer.takeRecords()
  })
  observer.observe(page, { childList: true, characterData: true, subtree: true })
}

/** The translation beside an empty text, and the text beside a translation with the words that it had. */
const translations = new WeakMap<Node, Element>()
const originals = new WeakMap<Node, { text: Text; words: string }>()

function follow(removed: Node, { target, addedNodes, previousSibling, nextSibling }: MutationRecord): void {
  const known = translations.get(removed)
  const original = originals.get(removed)
  if (known !== undefined) {
    if (!removed.isConnected) known.remove()
  } else if (original !== undefined) {
    // The translator shows the page's own words again.
    if (original.text.isConnected) original.text.data = original.words
    translations.delete(original.text)
  } else if (removed instanceof Text && removed.parentNode !== target) {
    const translation = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT')
    if (translation?.parentNode === target && translation instanceof Element) putBack(removed, translation)
  }
}

function putBack(text: Text, translation: Element): void {
  if (originals.has(translation)) return
  if (translation.contains(text)) text.replaceWith(new Text(text.data))
  translations.set(text, translation)
  originals.set(translation, { text, words: text.data })
  text.data = ''
  translation.before(text)
}

function showChanged(text: Node): void {
  const translation = translations.get(text)
  if (translation === undefined || text.nodeValue === '') return
  translations.delete(text)
  originals.delete(translation)
  // The translator looks at what is added.
  if (text instanceof Text) translation.replaceWith(text)
}
