import { basePath, currentSettings } from '../api/deployment.ts'
import { readOperatorFile, Texts } from '../api/operatorFile.ts'
import type { Catalog } from './i18n.tsx'
import { fetchScript } from './scripts.ts'

/** English needs no file: its sentences are the keys. */
const BUILT_IN = new Map(Object.entries(import.meta.glob<Catalog>('./languages/*.json', { import: 'default' })))

/** How long to wait for words. English now is better than no page. */
const PATIENCE_MS = 8000

export interface Words {
  sentences: Catalog
  /** False if a file could not be loaded. */
  isWhole: boolean
  /** What is wrong with the operator's file; null if nothing is, or there is none. */
  problem: string | null
}

/**
 * The words of a language: ours, and over them the operator's, who may have corrected a sentence. Never fails; words
 * that could not be loaded are left out.
 */
export async function loadWords(language: string): Promise<Words> {
  const file = operatorFileOf(language)
  const [ours, { content, problem }] = await Promise.all([
    builtIn(language),
    file === null ? NO_FILE : readOperatorFile(file, Texts, PATIENCE_MS),
  ])
  return { sentences: { ...ours, ...content }, isWhole: ours !== null && problem === null, problem }
}

const NO_FILE = { content: null, problem: null }

/** @returns null if they cannot be loaded */
async function builtIn(language: string): Promise<Catalog | null> {
  const load = BUILT_IN.get(`./languages/${language}.json`)
  if (load === undefined) return {}
  return await Promise.race([
    fetchScript(language)
      .then(load)
      .catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(resolve, PATIENCE_MS, null)
    }),
  ])
}

/** Where a language's words come from; it changes when the operator's settings are known. */
export const sourceOf = (language: string): string => operatorFileOf(language) ?? language

const operatorFileOf = (language: string): string | null =>
  Object.hasOwn(currentSettings().languages ?? {}, language) ? `${basePath}languages/${language}.json` : null
