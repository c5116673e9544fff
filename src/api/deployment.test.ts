import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// Sets the language of zod's messages.
import './wire.ts'

/** What `readSettings` says of this `config.json`. */
async function read(text: string, status = 200): Promise<{ problem: string | null; siteName: string | undefined }> {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status })))
  const { currentSettings, readSettings } = await import('./deployment.ts')
  return { problem: await readSettings(), siteName: currentSettings().siteName }
}

describe('readSettings', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => vi.unstubAllGlobals())

  it('uses what the operator set', async () => {
    expect(await read('{"siteName": " Puhuri ", "helpLink": "mailto:help@example.org"}')).toEqual({
      problem: null,
      siteName: 'Puhuri',
    })
    expect((await read('{}')).problem).toBeNull()
    expect((await read('{"languages": {"fr": "Français", "zh-Hans": "简体中文"}}')).problem).toBeNull()
  })

  it.each([
    ['{"apiOrigin": ', 'JSON'],
    ['[]', 'expected object'],
    ['{"siteName": "Puhuri", "apiOrgin": "https://waldur.example.org"}', 'apiOrgin'],
    ['{"apiOrigin": "waldur.example.org"}', 'apiOrigin: '],
    ['{"apiOrigin": "https://waldur.example.org/api"}', 'apiOrigin: must be an origin'],
    ['{"apiOrigin": "https://waldur.example.org/"}', 'apiOrigin: must be an origin'],
    ['{"helpLink": "javascript:alert(1)"}', 'helpLink'],
    ['{"siteName": " "}', 'siteName'],
    ['{"homeportSession": "cookie"}', 'homeportSession'],
    ['{"allowPlainHttp": "yes"}', 'allowPlainHttp'],
    ['{"languages": ["fr"]}', 'languages'],
    ['{"languages": {"fr": ""}}', 'languages: must be tags and names'],
    ['{"languages": {"pt_BR": "Português"}}', 'languages: must be tags and names'],
  ])('says what is wrong with %s, and uses none of it', async (text, part) => {
    const { problem, siteName } = await read(text)
    expect(problem).toMatch(/^\/config\.json: /)
    expect(problem).toContain(part)
    expect(siteName).toBeUndefined()
  })

  it('says that the file is missing', async () => {
    expect((await read('Not found', 404)).problem).toBe('/config.json: 404')
  })
})
