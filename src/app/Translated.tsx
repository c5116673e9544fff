import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { useLocale } from '../ui/locale.ts'
import { useHomeportLanguage } from './useHomeportLanguage.ts'

/** Remounts the page when the language changes, because sentences are translated at render and not updated. */
export function Translated({ children }: { children: ReactNode }) {
  useHomeportLanguage()
  return <Fragment key={useLocale().language}>{children}</Fragment>
}
