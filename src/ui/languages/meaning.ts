/** Words that mean the same. Those that the page never uses (`voice.ts`) need no row. */
const SYNONYMS = new Map([
  ['anyone', 'whoever'],
  ['begins', 'starts'],
  ['choose', 'select'],
  ['immediately', 'now'],
  ['link', 'url'],
  ['removed', 'deleted'],
])

const SAYS_NOTHING = /^(a|an|the|am|are|be|been|is|was|were)$/

/**
 * What a sentence means, as far as its words tell: their order, case, marks, articles, forms of “be”, contractions and
 * synonyms make no difference. But a label (“Never used”) differs from the same words in a sentence (“never used”),
 * from a whole sentence and from a question, and a place for text (`{{name}}`) from one for an element (`[[name]]`).
 */
export function meaning(text: string): string {
  const kind = /[.?]$/.exec(text)?.[0] ?? (/^\p{Ll}/u.test(text) ? 'part' : 'label')
  const words = text
    .replace(/\{\{(count|shown)\}\}/g, '1')
    .toLowerCase()
    .replace(/can(not|’t)\b/g, 'can not')
    .replace(/won’t\b/g, 'will not')
    .replace(/n’t\b/g, ' not')
    .replace(/unknown/g, 'not known')
    .replace(/\b(it|that|there|here|you|they)’(s|re)\b/g, '$1')
    .match(/\{\{\w+\}\}|\[\[\w+\]\]|[\p{L}\d’]+/gu)
  return [...(words ?? []).filter((word) => !SAYS_NOTHING.test(word)).map((word) => SYNONYMS.get(word) ?? word), kind]
    .toSorted()
    .join(' ')
}
