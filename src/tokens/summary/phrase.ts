import { asName, listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { Clause } from '../permissions/permissionPhrases.ts'
import { clauseOf, isKnown, isReading, permissionLabel } from '../permissions/permissionPhrases.ts'

/** The sentence that the phrase is for. */
interface Sentence {
  /** It says what is not possible: “can’t list or create orders”. */
  isNegative?: boolean
  /** The sentence goes on, so a phrase of several clauses ends with a comma: “…, and create orders, in …”. */
  goesOn?: boolean
}

/** Further permissions are counted, because the lists beside the sentence name them all. */
const MOST = 4

/**
 * Permissions as one infinitive phrase, to stand after “can”, “will be able to” or “will no longer be able to”:
 * "list projects, orders and resources, create orders, and use 12 more permissions,". A verb with several objects is
 * one clause, and so are the verbs of one object; listing and viewing come first, the rest as given. The first four
 * permissions are named. One that this page doesn't know is counted, or used by its value if no other is there.
 *
 * In a language that lacks the words for one of them, the phrase is the list of their labels after a colon.
 * @param scopes in Waldur's spelling; duplicates count once
 * @returns an empty text for no permissions
 */
export function permissionsPhrase(scopes: readonly string[], { isNegative, goesOn }: Sentence = {}): string {
  const values = [...new Set(scopes)]
  const known = values.filter(isKnown)
  if (known.length === 0) {
    return values.length === 0 ? '' : t('use [[permission]]', { permission: listing(values.map(nameText), MOST) })
  }
  const named = known.slice(0, MOST).sort((a, b) => Number(isReading(b)) - Number(isReading(a)))
  const words = named.flatMap((value) => clauseOf(value) ?? [])
  if (words.length < named.length) return labels(values, goesOn)
  const joined = isNegative ? either : listing
  const groups = grouped(words)
  const clauses = groups.map((group) => clauseText(group, joined))
  const rest = values.length - named.length
  if (rest > 0) {
    clauses.push(t('use {{count}} more permissions', { count: rest, defaultValue_one: 'use 1 more permission' }))
  }
  const last = clauses.pop() ?? ''
  if (clauses.length === 0) return last
  // “Can’t cancel orders or update projects there” is clear without commas.
  if (isNegative && groups.every(({ length }) => length === 1)) return either([...clauses, last])
  const first = closed(clauses.join(', '))
  const phrase = isNegative ? t('{{first}} or {{last}}', { first, last }) : t('{{first}} and {{last}}', { first, last })
  return goesOn ? closed(phrase) : phrase
}

/** With the comma that English has after a clause. */
const closed = (phrase: string): string => t('{{phrase}},', { phrase })

/** "A or B", in a negative sentence, where some languages have another word. */
function either(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : t('{{first}} or {{last}}', { first: items.slice(0, -1).join(', '), last })
}

function labels(values: readonly string[], goesOn = false): string {
  const permissions = listing(
    values.map((value) => permissionLabel(value) ?? asName(nameText(value))),
    MOST,
  )
  const phrase = t('use these permissions: {{permissions}}', { permissions })
  return goesOn ? closed(phrase) : phrase
}

/** Those that make one clause: with the same verb, or else with the same object. */
function grouped(words: readonly Clause[]): Clause[][] {
  const isShared = (verb: string) => words.filter((word) => verbOf(word) === verb).length > 1
  const groups = new Map<string, Clause[]>()
  for (const word of words) {
    const { before, object, after } = word
    const verb = verbOf(word)
    // "Manage, and approve and reject proposals" would be hard to read.
    const isOneWord = !/\s/.test((before + after).trim()) && (before === '' || after === '')
    const key = isShared(verb) || !isOneWord ? verb : before === '' ? `[${object}]…` : `…[${object}]`
    groups.set(key, [...(groups.get(key) ?? []), word])
  }
  return [...groups.values()]
}

const verbOf = ({ before, after }: Clause): string => `${before}[]${after}`

function clauseText(group: readonly Clause[], joined: (items: readonly string[]) => string): string {
  const { before = '', object = '', after = '' } = group[0] ?? {}
  const [objects, befores, afters] = (['object', 'before', 'after'] as const).map((part) =>
    joined([...new Set(group.map((word) => word[part].trim()))]),
  )
  const put = (text: string, joinedText = '') => text.replace(text.trim(), () => joinedText)
  return put(before, befores) + put(object, objects) + put(after, afters)
}
