import { withoutSecrets } from '../../api/secretText.ts'
import { permissionReader } from '../permissions/constants.ts'
import { KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import { REQUEST_KEYS } from './requestLink.ts'

export interface PastedScopes {
  /** Those on offer. */
  known: string[]
  /** Permissions that are not on offer. */
  refused: string[]
  /** Words that stand for no permission. */
  unknown: string[]
  /** What was pasted beside permissions, as far as that has names; null where nothing was. */
  rest: string[] | null
  /** Whether there was a secret in it. */
  hadSecret: boolean
}

/** Of a request to create a token (waldur-api, section 2.2): what it says beside its permissions. */
const FIELDS = ['name', 'expires_at', 'allowed_scopes', 'allowed_networks']

/** What stands between words. */
const BETWEEN = /[\s,;"'`[\](){}<>=:|\\/?#&]+/

/** A text with one of these is more than a list of words: JSON, YAML, a command, a line of a program. */
const MORE = /[(){}<>=:|\\/?#&$]/

/** "$TOKEN", "${TOKEN}" */
const VARIABLE = /\$\{?\w+\}?/g

/** What a request signs in with, whatever its shape; no variable, no placeholder, and no token, which is cut. */
const HEADER = /(authorization['"]?\s?[:=]\s?['"]?(?:bearer|token|basic)\s{1,3})(?!w_\d)[^\s"'\\$<{%…][^\s"'\\]{7,}/gi

/** As all permissions and their constants are spelled. */
const SPELLED = /^(?:\w{0,40}Enum\.)?[A-Z][A-Z\d]*(?:[._][A-Z\d]+)+$/

/**
 * The permissions in a pasted text: a list of values or constants, apart by white space, commas, semicolons or quotes;
 * a link that asks for a token; the body of a request, such as waldur-cli's skeleton, also within a command; or any other
 * text that names some.
 * @returns null for a text with none in it, to be searched for as it is; nothing that it returns holds a secret
 */
export function pastedScopes(text: string, available: readonly string[]): PastedScopes | null {
  const hadSecret = withoutPastedSecrets(text) !== text
  const plain = text.replace(VARIABLE, ' ')
  const body = linkIn(plain) ?? bodyIn(plain)
  const words = body?.words ?? wordsIn(plain)
  if (body === null && words.length < 2) return null
  const { known, refused, unknown } = sorted(words, available)
  if (body === null && known.length + refused.length === 0) return null
  const isMore = hadSecret || (body === null ? MORE.test(text) : body.rest !== null)
  return {
    known,
    refused,
    // In a text of more than permissions most words are no misspelled ones.
    unknown: hadSecret || (body === null && isMore) ? unknown.filter((word) => SPELLED.test(word)) : unknown,
    rest: isMore ? (body?.rest ?? []) : null,
    hadSecret,
  }
}

function sorted(words: readonly string[], available: readonly string[]) {
  const read = permissionReader([...available, ...KNOWN_PERMISSIONS])
  const offered = new Set(available)
  const [known, refused, unknown] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const word of words) {
    const value = read(word)
    if (value === null) unknown.add(word)
    else if (offered.has(value)) known.add(value)
    else refused.add(value)
  }
  return { known: [...known], refused: [...refused], unknown: [...unknown] }
}

const wordsIn = (text: string): string[] => text.split(BETWEEN).filter((word) => /\w/.test(word))

/** What a part of the text says that is read as a whole: its permissions, and what it says beside them. */
interface Body {
  words: string[]
  rest: string[] | null
}

/** A link that asks for a token (requestLink.ts). */
function linkIn(text: string): Body | null {
  const asked = /\/tokens\/new#(\S+)/.exec(text)?.[1]
  if (asked === undefined) return null
  const parts = new URLSearchParams(asked)
  const filled = REQUEST_KEYS.filter((key) => key !== 'scopes' && parts.getAll(key).some(isFilled))
  return { words: parts.getAll('scopes').flatMap(wordsIn), rest: filled.length > 0 ? filled : null }
}

/** The body of a request in the text, if it has permissions, or room for them. */
function bodyIn(text: string): Body | null {
  const json = text.slice(Math.max(text.indexOf('{'), 0), text.lastIndexOf('}') + 1)
  // Within double quotes a shell has the inner ones escaped.
  const body = fieldsOf(json) ?? fieldsOf(json.replaceAll('\\"', '"'))
  const scopes = body?.get('scopes')
  if (!body || !Array.isArray(scopes)) return null
  const words = scopes.map((entry: unknown) => (typeof entry === 'string' ? entry.trim() : '…')).filter(Boolean)
  const filled = [...body].filter(([key, value]) => key !== 'scopes' && isFilled(value)).map(([key]) => key)
  const isMore = words.length === 0 || filled.length > 0 || json.length < text.trim().length
  return { words, rest: isMore ? FIELDS.filter((field) => filled.includes(field)) : null }
}

function fieldsOf(json: string): Map<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(json)
    return typeof read === 'object' && read !== null ? new Map(Object.entries(read)) : null
  } catch {
    // No JSON, or nested deeper than the browser reads.
    return null
  }
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.some((entry) => entry !== '') : value !== null && value !== ''

/**
 * A pasted text without its secrets, which may be broken by a line, stand on one of their own, or be of any shape behind
 * the name of the header.
 */
export function withoutPastedSecrets(text: string): string {
  const shown = text.replace(HEADER, '$1…')
  const rest = withoutSecrets(shown)
  const line = shown.replace(/\s+/g, ' ')
  const spaced = withoutSecrets(line)
  return rest === shown && spaced !== line ? spaced : rest
}
