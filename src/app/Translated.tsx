import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { useSpoken } from '../ui/spoken.ts'
import { useHomeportLanguage } from './useHomeportLanguage.ts'

/** In another language the page starts anew: a sentence is said when it is rendered, and knows of no change. */
export function Translated({ children }: { children: ReactNode }) {
  useHomeportLanguage()
  return <Fragment key={useSpoken().language}>{children}</Fragment>
}
