import { useLayoutEffect } from 'react'
import { createAtom } from '../api/atom.ts'
import { sharedLanguage } from '../api/homeport.ts'
import { chosenLanguage, keepLanguage } from './chosenLanguage.ts'
import { setCatalog } from './i18n.tsx'
import { directionOf, languageFor, offeredLanguages } from './language.ts'
import { useAtom } from './useAtom.ts'
import type { Words } from './words.ts'
import { loadWords, sourceOf } from './words.ts'

interface Locale {
  language: string
  /**
   * The wanted language, if its words could not be loaded; for the operator's own, with what is wrong with the file.
   */
  missing: { name: string; problem: string | null } | null
  /** The user whose preference was applied, once: a later change must not remount the page under a form. */
  followed: string | null
}

const localeAtom = createAtom<Locale>({ language: 'en', missing: null, followed: null })
/** Where the words in use come from; null if some are missing, so that they are loaded again. */
let spoken: string | null = 'en'
/** The last requested language wins, whichever loads first. */
let wanted = 'en'
/** The user's language in Waldur. */
let known: string | null = null

export const useLocale = (): Locale => useAtom(localeAtom)

/**
 * Before the first render: the choice made here, HomePort's, or the browser's. Never fails, but falls back to English.
 */
export const loadLocale = (): Promise<void> => switchTo(wish(known))

/** Applies and remembers the user's choice. */
export function chooseLanguage(language: string): void {
  keepLanguage(language)
  void switchTo(language)
}

interface LocaleUser {
  uuid: string
  preferred_language: string | null
}

/** Applies the user's language in Waldur, once. */
export function followLanguageOf({ uuid, preferred_language }: LocaleUser): void {
  if (localeAtom.get().followed === uuid) return
  known = preferred_language
  void switchTo(wish(known), uuid)
}

/** Applies the user's language in Waldur. False until it is applied, or known to be missing. */
export function useLanguageOf(user: LocaleUser | undefined): boolean {
  const { followed } = useLocale()
  const uuid = user?.uuid ?? null
  const preferred = user?.preferred_language ?? null
  useLayoutEffect(() => {
    if (uuid !== null && followed !== uuid) followLanguageOf({ uuid, preferred_language: preferred })
  }, [uuid, preferred, followed])
  return followed === uuid
}

/** Whether the page is in this user's language, or will be when its words have loaded. */
export const isLocaleOf = (user: { preferred_language: string | null }): boolean =>
  wish(user.preferred_language) === wanted

const wish = (preferred: string | null): string =>
  languageFor(
    { chosen: chosenLanguage(), shared: sharedLanguage(), preferred, browser: navigator.languages },
    offeredLanguages().keys(),
  )

async function switchTo(language: string, user: string | null = null): Promise<void> {
  wanted = language
  let next: Partial<Locale> = { missing: null }
  // Synchronous if nothing needs to be loaded, so that nothing flashes.
  // The settings may arrive, and change it, while the words load.
  const source = sourceOf(language)
  if (source !== spoken) {
    const words = await loadWords(language)
    next = wanted === language ? speak(language, source, words) : {}
  }
  const now = next.language ?? localeAtom.get().language
  document.documentElement.lang = now
  document.documentElement.dir = directionOf(now)
  localeAtom.set((before) => ({ ...before, ...next, followed: user ?? before.followed }))
}

/** Uses the words that could be loaded, if there are any, and says whether some are missing. */
function speak(language: string, source: string, { sentences, isWhole, problem }: Words): Partial<Locale> {
  const missing = isWhole ? null : { name: offeredLanguages().get(language) ?? language, problem }
  if (!isWhole && Object.keys(sentences).length === 0) return { missing }
  setCatalog(language, sentences)
  spoken = isWhole ? source : null
  return { language, missing }
}
