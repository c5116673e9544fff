import { withoutInvisible } from '../../api/invisible.ts'
import { withoutSecrets } from '../../api/secretText.ts'
import { permissionReader } from '../permissions/constants.ts'
import { KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import { REQUEST_KEYS } from './requestLink.ts'

export interface PastedScopes {
  /** Permissions that can be chosen. */
  known: string[]
  /** Permissions that cannot be chosen. */
  rejected: string[]
  /** Words that are no permissions. */
  unknown: string[]
  /** The names of what was pasted besides permissions, as far as it has any; null if nothing was. */
  rest: string[] | null
  /** Whether it contained a secret. */
  hadSecret: boolean
}

/** The fields of a create request besides its permissions (waldur-api, section 2.2). */
const FIELDS = ['name', 'expires_at', 'allowed_scopes', 'allowed_networks']

/** The separators of words. */
const BETWEEN = /[\s,;"'`[\](){}<>=:|\\/?#&]+/

/** A text with one of these is more than a list of words: JSON, YAML, a command or code. */
const MORE = /[(){}<>=:|\\/?#&$]/

/** "$TOKEN", "${TOKEN}" */
const VARIABLE = /\$\{?\w+\}?/g

/**
 * The credential in an authorization header, of any shape. Variables and placeholders do not match, nor do personal
 * access tokens, which are cut.
 */
const HEADER = /(authorization['"]?\s?[:=]\s?['"]?(?:bearer|token|basic)\s{1,3})(?!w_\d)[^\s"'\\$<{%…][^\s"'\\]{7,}/gi

/** The spelling of all permissions and their constants. */
const SPELLED = /^(?:\w{0,40}Enum\.)?[A-Z][A-Z\d]*(?:[._][A-Z\d]+)+$/

/**
 * The permissions in a pasted text: a list of values or constants, separated by white space, commas, semicolons or
 * quotes; a link that requests a token; a request body, such as waldur-cli's skeleton, even within a command; or any
 * other text that names some.
 * @returns null for a text without permissions, which is searched for as it is. The result never contains a secret.
 */
export function pastedScopes(text: string, available: readonly string[]): PastedScopes | null {
  const hadSecret = withoutPastedSecrets(text) !== text
  const plain = withoutInvisible(text).replace(VARIABLE, ' ')
  const body = linkIn(plain) ?? bodyIn(plain)
  const words = body?.words ?? wordsIn(plain)
  if (body === null && words.length < 2) return null
  const { known, rejected, unknown } = sorted(words, available)
  if (body === null && known.length + rejected.length === 0) return null
  const isMore = hadSecret || (body === null ? MORE.test(text) : body.rest !== null)
  return {
    known,
    rejected,
    // In a text of more than permissions, most words are not misspelled permissions.
    unknown: hadSecret || (body === null && isMore) ? unknown.filter((word) => SPELLED.test(word)) : unknown,
    rest: isMore ? (body?.rest ?? []) : null,
    hadSecret,
  }
}

function sorted(words: readonly string[], available: readonly string[]) {
  const read = permissionReader([...available, ...KNOWN_PERMISSIONS])
  const offered = new Set(available)
  const [known, rejected, unknown] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const word of words) {
    const value = read(word)
    if (value === null) unknown.add(word)
    else if (offered.has(value)) known.add(value)
    else rejected.add(value)
  }
  return { known: [...known], rejected: [...rejected], unknown: [...unknown] }
}

const wordsIn = (text: string): string[] => text.split(BETWEEN).filter((word) => /\w/.test(word))

/** A part of the text that is parsed as a whole: its permissions, and what else it contains. */
interface Body {
  words: string[]
  rest: string[] | null
}

/** A link that requests a token (requestLink.ts). */
function linkIn(text: string): Body | null {
  const asked = /\/tokens\/new(?:[#?]|%23)(\S+)/.exec(text)?.[1]
  if (asked === undefined) return null
  const parts = new URLSearchParams(asked.replaceAll('&amp;', '&'))
  const filled = REQUEST_KEYS.filter((key) => key !== 'scopes' && parts.getAll(key).some(isFilled))
  return { words: parts.getAll('scopes').flatMap(wordsIn), rest: filled.length > 0 ? filled : null }
}

/** The request body in the text, if it has a list of permissions, even an empty one. */
function bodyIn(text: string): Body | null {
  const json = text.slice(Math.max(text.indexOf('{'), 0), text.lastIndexOf('}') + 1)
  // Within double quotes a shell escapes the inner ones.
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
    // Not JSON, or nested deeper than the browser can parse.
    return null
  }
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.some((entry) => entry !== '') : value !== null && value !== ''

/**
 * The pasted text without its secrets, which may be broken by a line break, be on a line of their own, or have any
 * shape after an authorization header.
 */
export function withoutPastedSecrets(text: string): string {
  const shown = text.replace(HEADER, '$1…')
  const rest = withoutSecrets(shown)
  const line = shown.replace(/\s+/g, ' ')
  const spaced = withoutSecrets(line)
  return rest === shown && spaced !== line ? spaced : rest
}
