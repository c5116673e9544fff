import { useSelector } from '@tanstack/react-store'
import { createAtom } from '@tanstack/store'
import { useLayoutEffect } from 'react'
import { sharedLanguage } from '../api/homeport.ts'
import { chosenLanguage, keepLanguage } from './chosenLanguage.ts'
import type { Catalogue } from './i18n.tsx'
import { setCatalogue } from './i18n.tsx'
import type { Language } from './language.ts'
import { LANGUAGES, languageFor } from './language.ts'

/** English needs no catalogue: its sentences are the keys. */
const CATALOGUES: Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue }>> = {
  et: () => import('./languages/et.json'),
  de: () => import('./languages/de.json'),
}

/** How long to wait for a catalogue. English now is better than no page. */
const PATIENCE_MS = 8000

interface Locale {
  language: Language
  /** The name of the wanted language if it could not be loaded. */
  missing: string | null
  /** The user whose preference was applied, once: a later change must not remount the page under a form. */
  followed: string | null
}

const localeAtom = createAtom<Locale>({ language: 'en', missing: null, followed: null })
/** The last requested language wins, whichever loads first. */
let wanted: Language = 'en'
/** The user's language in Waldur. */
let known: string | null = null

export const useLocale = (): Locale => useSelector(localeAtom)

/**
 * Before the first render: the choice made here, HomePort's, or the browser's. Never fails, but falls back to English.
 */
export const loadLocale = (): Promise<void> => switchTo(wish(known))

/** Applies and remembers the user's choice. */
export function chooseLanguage(language: Language): void {
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

/** Whether the page is already in this user's language. */
export const isLocaleOf = (user: { preferred_language: string | null }): boolean =>
  wish(user.preferred_language) === localeAtom.get().language

const wish = (preferred: string | null): Language =>
  languageFor({ chosen: chosenLanguage(), shared: sharedLanguage(), preferred, browser: navigator.languages })

async function switchTo(language: Language, user: string | null = null): Promise<void> {
  wanted = language
  let next: Partial<Locale> = { missing: null }
  // Synchronous if nothing needs to be loaded, so that nothing flashes.
  if (language !== localeAtom.get().language) {
    const catalogue = language === 'en' ? {} : await load(language)
    if (wanted !== language) next = {}
    else if (catalogue === null) next = { missing: LANGUAGES[language] }
    else {
      setCatalogue(language, catalogue)
      next = { language, missing: null }
    }
  }
  document.documentElement.lang = next.language ?? localeAtom.get().language
  localeAtom.set((now) => ({ ...now, ...next, followed: user ?? now.followed }))
}

const load = (language: Exclude<Language, 'en'>): Promise<Catalogue | null> =>
  Promise.race([
    CATALOGUES[language]().then(
      (module) => module.default,
      () => null,
    ),
    new Promise<null>((resolve) => {
      setTimeout(resolve, PATIENCE_MS, null)
    }),
  ])
