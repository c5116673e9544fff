import { entityTypeLabel } from '../../entities/types.ts'
import { fold, searchWords } from '../../ui/fold.ts'
import { whenIdle } from '../../ui/idle.ts'
import type { PermissionWords } from '../permissions/permissionWords.ts'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'

/** Everything about a token that a search looks at, folded: made once for each token, not once for each letter. */
export type SearchText = (token: Token) => string

/**
 * Remembers the folded text of each token for as long as the token is in memory.
 * @param words of a permission, as they are on the screen
 */
export function searchTexts(words: (scope: string) => PermissionWords): SearchText {
  const known = new WeakMap<Token, string>()
  return (token) => {
    const text = known.get(token) ?? fold(partsOf(token, words).join('\n'))
    known.set(token, text)
    return text
  }
}

/**
 * Has the texts ready before anybody types, while nothing else is to be done: for thousands of tokens the first letter
 * would wait for them.
 * @returns what calls it off
 */
export function prepareTexts(tokens: readonly Token[], textOf: SearchText): () => void {
  const rest = tokens.values()
  const goOn = () =>
    whenIdle((left) => {
      while (left() > 1) {
        const { value, done } = rest.next()
        if (done) return
        textOf(value)
      }
      callOff = goOn()
    })
  let callOff = goOn()
  return () => callOff()
}

function partsOf(token: Token, words: (scope: string) => PermissionWords): string[] {
  return [
    token.name,
    token.uuid,
    tokenStart(token),
    ...token.scopes.flatMap((scope) => [scope, words(scope).label]),
    ...token.allowed_scopes.flatMap(({ type, name }) => [entityTypeLabel(type), name ?? '']),
    token.last_used_ip ?? '',
    ...(token.allowed_networks ?? []),
  ]
}

/**
 * Tells whether a token has every word of the search, in any order: in its name, the start of its secret, its permissions
 * (in words and raw), its entities, or its addresses. An empty search finds all.
 */
export function finderOf(search: string, textOf: SearchText): (token: Token) => boolean {
  const wanted = searchWords(search)
  return (token) => wanted.every((word) => textOf(token).includes(word))
}
