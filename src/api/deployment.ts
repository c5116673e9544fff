import * as z from 'zod/mini'
import { readLanguageTag } from './languageTag.ts'
import { readOperatorFile, Texts } from './operatorFile.ts'

/**
 * The folder that this build is served from, with a slash at both ends: "/" or "/portal/". It is not known at build
 * time, so it is derived from the URL of this script, which is in the folder's "assets".
 */
export const basePath: string = import.meta.env.PROD
  ? new URL(import.meta.url).pathname.replace(/assets\/[^/]*$/, '')
  : '/'

/** What isn't a URL is reported as such already. */
const isOrigin = (text: string) => !URL.canParse(text) || new URL(text).origin === text

const areLanguages = (names: z.output<typeof Texts>) =>
  Object.entries(names).every(([tag, name]) => readLanguageTag(tag) !== null && name.trim() !== '')

/** What an operator sets for all users, in `config.json` beside the page. Unknown keys are errors. */
export const Settings = z.strictObject({
  /** Where Waldur is, if not on the page's own origin: "https://mastermind.example.org". */
  apiOrigin: z.optional(
    z
      .url({ protocol: /^https?$/ })
      .check(z.refine(isOrigin, 'must be an origin, without a path or a slash at the end')),
  ),
  /** Shares the sign-in of a HomePort on the same origin, which stores it in this browser storage. */
  homeportSession: z.optional(z.enum(['localStorage', 'sessionStorage'])),
  /** Shown beside the page's own name. */
  siteName: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
  /** Where users find help. */
  helpLink: z.optional(z.url({ protocol: /^(https?|mailto)$/ })),
  /** Allows sign-in over an unencrypted connection. */
  allowPlainHttp: z.optional(z.boolean()),
  /**
   * The operator's own languages, each in its own name: the words of `{"fr": "Français"}` are in `languages/fr.json`.
   */
  languages: z.optional(Texts.check(z.refine(areLanguages, 'must be tags and names, such as {"pt-BR": "Português"}'))),
})
export type Settings = z.output<typeof Settings>

let settings: Settings | null = null

/** What the operator set; empty until `readSettings` is done. */
export const currentSettings = (): Settings => settings ?? {}

/** Whether `readSettings` has found settings without an error. */
export const knowsSettings = (): boolean => settings !== null

/** The origin of the API: "https://mastermind.example.org". */
export const apiOrigin = (): string => currentSettings().apiOrigin ?? location.origin

/** Whether Waldur is on another origin, where its CORS rules decide which headers can be sent and read. */
export const isCrossOrigin = (): boolean => apiOrigin() !== location.origin

const LIMIT_MS = 15_000

/**
 * Reads `config.json`, before the first request to Waldur.
 * @returns what is wrong with it, for the operator; null if nothing is. Never throws.
 */
export async function readSettings(): Promise<string | null> {
  const { content, problem } = await readOperatorFile(`${basePath}config.json`, Settings, LIMIT_MS)
  settings = content
  return problem
}
