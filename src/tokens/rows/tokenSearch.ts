import { entityTypeLabel } from '../../entities/types.ts'
import { fold, searchWords } from '../../ui/fold.ts'
import { whenIdle } from '../../ui/idle.ts'
import type { PermissionWords } from '../permissions/permissionWords.ts'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'
import { abilityText } from './canDo.ts'

/** Everything in a token that a search looks at, folded. Made once per token, not on each keystroke. */
export type SearchText = (token: Token) => string

/**
 * Caches the folded text of each token for as long as the token is in memory.
 * @param words of a permission, as forms and pages show it
 */
export function searchTexts(words?: (scope: string) => PermissionWords): SearchText {
  const known = new WeakMap<Token, string>()
  return (token) => {
    const text = known.get(token) ?? fold(partsOf(token, words).join('\n'))
    known.set(token, text)
    return text
  }
}

/**
 * Prepares the texts while the browser is idle, before anyone types. With thousands of tokens, the first keystroke
 * would wait for them.
 * @returns cancels it
 */
export function prepareTexts(tokens: readonly Token[], textOf: SearchText): () => void {
  const rest = tokens.values()
  const nextStep = () =>
    whenIdle((left) => {
      while (left() > 1) {
        const { value, done } = rest.next()
        if (done) return
        textOf(value)
      }
      cancel = nextStep()
    })
  let cancel = nextStep()
  return () => cancel()
}

function partsOf(token: Token, words?: (scope: string) => PermissionWords): string[] {
  return [
    token.name,
    token.uuid,
    tokenStart(token),
    ...token.scopes.flatMap((scope) => [scope, words?.(scope).label ?? '', abilityText(scope)]),
    ...token.allowed_scopes.flatMap(({ type, name }) => [entityTypeLabel(type), name ?? '']),
    token.last_used_ip ?? '',
    ...(token.allowed_networks ?? []),
  ]
}

/**
 * Matches tokens that contain every word of the search, in any order: in the name, the start of the secret, the
 * permissions (in words and raw), the entities or the addresses. An empty search matches all.
 */
export function finderOf(search: string, textOf: SearchText): (token: Token) => boolean {
  const wanted = searchWords(search)
  return (token) => wanted.every((word) => textOf(token).includes(word))
}
