import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ApiError, problemsOf } from './api/errors.ts'
import { User } from './auth/user.ts'
import { holderOf } from './tokens/access/holder.ts'
import { openedBy } from './tokens/calls/calls.ts'
import { viewsText } from './tokens/calls/viewsText.ts'
import { pastedScopes } from './tokens/create/pastedScopes.ts'
import { placeProblems } from './tokens/create/placeProblems.ts'
import { parseRequest } from './tokens/create/requestLink.ts'
import { ActivityEntry } from './tokens/detail/ActivityEntry.tsx'
import { TokenEvent } from './tokens/detail/events.ts'
import { phraseWithin } from './tokens/permissions/permissionPhrases.ts'
import { translatedWords, wordsFor } from './tokens/permissions/permissionWords.ts'
import { riskOf } from './tokens/permissions/presets.ts'
import { showErrors } from './ui/formErrors.ts'
import { Trans } from './ui/i18n.tsx'

/** "constructor", "toString", "__proto__": keys that every plain object has. */
const WORDS = Object.getOwnPropertyNames(Object.prototype)

describe.each(WORDS)('%s is a word like any other', (word) => {
  test('as a permission in a link', () => {
    const { request, ignored } = parseRequest(`scopes=${word}.LIST,${word}&${word}=1`)
    expect(request.scopes).toEqual([`${word}.LIST`, word])
    expect(ignored).toEqual([word])
    const subject = word.replaceAll('_', ' ').toLowerCase()
    const group = subject.charAt(0).toUpperCase() + subject.slice(1)
    expect(wordsFor(`${word}.LIST`).group).toBe(group)
    expect(translatedWords(word, wordsFor(word))).toEqual({ label: word, group: 'Other' })
  })

  test('as a permission in pasted text', () => {
    const text = `{"scopes": ["${word}", "A.LIST"], "${word}": 1}`
    expect(pastedScopes(text, ['A.LIST'])).toMatchObject({ known: ['A.LIST'], unknown: [word], rest: [] })
    expect(pastedScopes(`${word}, A.LIST`, ['A.LIST'])).toMatchObject({ known: ['A.LIST'], unknown: [word] })
    expect(pastedScopes(`{"${word}": {"scopes": ["${word}"]}}`, ['A.LIST'])).toBeNull()
  })

  test('as a permission on offer', () => {
    expect(riskOf(word)).toBeNull()
    expect(viewsText(word)).toBeNull()
    expect(phraseWithin(word, word)).toBe(word)
    expect(openedBy(word, new Map(), null, null)).toEqual({ kind: 'unknown' })
  })

  test('as the type of a role’s entity', () => {
    const grant = { scope_type: word, scope_uuid: 'a'.repeat(32), scope_name: 'A' }
    const role = { role_uuid: 'b'.repeat(32), role_name: 'B' }
    const user = User.parse({
      ...{ uuid: 'c'.repeat(32), username: 'me', full_name: 'Me', permissions: [{ ...grant, ...role }] },
    })
    expect(holderOf(user, []).roles).toMatchObject([{ type: word, above: [], knowsAll: false }])
  })

  test('as a field that Waldur rejects', () => {
    const body: unknown = JSON.parse(`{"${word}": ["No such thing."]}`)
    const error = new ApiError(400, problemsOf(body))
    const placed = placeProblems(error, { scopes: [], bindings: [], networks: [], lifetime: '30 days' })
    const said: unknown[] = []
    showErrors({ setError: (...what) => said.push(what) }, placed.error, placed.fields)
    expect(said).toEqual([['root.server', { type: 'server', message: `${word}: No such thing.` }]])
  })

  test('as the type of an event', () => {
    expect(eventIcon(word)).toBe(eventIcon('unheard_of'))
  })

  test('as a placeholder in a sentence', () => {
    expect(renderToStaticMarkup(createElement(Trans, { text: `Revoke [[${word}]]`, name: 'ci' }))).toBe(
      `Revoke [[${word}]]`,
    )
  })
})

function eventIcon(event_type: string): string {
  const uuid = 'a'.repeat(32)
  const event = TokenEvent.parse({ uuid, created: '2026-11-29T12:00:00Z', event_type, message: 'It happened' })
  const [icon] = ActivityEntry({ entry: { event, count: 1, byName: null }, name: 'ci', isDeed: false }).props.children
  return renderToStaticMarkup(icon)
}
