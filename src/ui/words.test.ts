import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import de from './languages/de.json'

/** The files that the operator put beside the page; a number is the status of a response without one. */
async function wordsWith(files: ReadonlyMap<string, string | number>, language: string) {
  vi.stubGlobal('fetch', (path: string) => {
    const file = files.get(path) ?? 404
    return Promise.resolve(typeof file === 'number' ? new Response('', { status: file }) : new Response(file))
  })
  const { readSettings } = await import('../api/deployment.ts')
  const { loadWords } = await import('./words.ts')
  expect(await readSettings()).toBeNull()
  return await loadWords(language)
}

const settings = '{"languages": {"fr": "Français", "de": "Deutsch", "en": "English"}}'
const beside = (language: string, file: string | number) =>
  wordsWith(
    new Map<string, string | number>([
      ['/config.json', settings],
      [`/languages/${language}.json`, file],
    ]),
    language,
  )

describe('loadWords', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => vi.unstubAllGlobals())

  it('reads the file of a language that the operator added', async () => {
    const sentences = { 'Sign in': 'Se connecter' }
    expect(await beside('fr', JSON.stringify(sentences))).toEqual({ sentences, isWhole: true, problem: null })
  })

  it('puts the operator’s words over ours', async () => {
    expect(await beside('en', '{"Sign in": "Log in"}')).toMatchObject({ sentences: { 'Sign in': 'Log in' } })
    const { sentences } = await beside('de', '{"Sign in": "Einloggen"}')
    expect(sentences).toEqual({ ...de, 'Sign in': 'Einloggen' })
  })

  it('keeps ours if the operator’s file is wrong, and says so', async () => {
    expect(await beside('de', 500)).toEqual({ sentences: de, isWhole: false, problem: '/languages/de.json: 500' })
  })

  it.each([
    ['is missing', 404, '404'],
    ['is no JSON', '{"Sign in": ', 'JSON'],
    ['is a list', '["Se connecter"]', 'must be an object whose values are texts'],
    ['has numbers', '{"Sign in": 1}', 'must be an object whose values are texts'],
    ['is too large', `{"Sign in": "${'x'.repeat(1_000_000)}"}`, 'larger than 1000000 bytes'],
  ])('says that a file %s', async (_what, file, part) => {
    const { sentences, isWhole, problem } = await beside('fr', file)
    expect({ sentences, isWhole }).toEqual({ sentences: {}, isWhole: false })
    expect(problem).toMatch(/^\/languages\/fr\.json: /)
    expect(problem).toContain(part)
  })

  it('has no words for a language that no one added', async () => {
    const none = await wordsWith(new Map([['/config.json', '{}']]), 'fr')
    expect(none).toEqual({ sentences: {}, isWhole: true, problem: null })
  })
})
