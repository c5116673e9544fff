/**
 * A language by its tag in BCP 47: "fr", "pt-BR", "zh-Hans".
 * @returns null if it is no such tag
 */
export function readLanguageTag(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}
