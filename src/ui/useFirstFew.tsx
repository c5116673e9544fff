import type { ReactNode } from 'react'
import { useState } from 'react'
import { number, t } from './i18n.tsx'
import { LinkButton } from './LinkButton.tsx'

const FEW = 3

/**
 * The first three of a list, so that a long one doesn't push what follows out of sight.
 * @returns with the button that shows the others, null if there is at most one of these, which is shown, too
 */
export function useFirstFew<T>(items: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const [isWhole, setIsWhole] = useState(false)
  if (items.length <= FEW + 1) return { shown: items, more: null }
  return {
    shown: isWhole ? items : items.slice(0, FEW),
    more: (
      <LinkButton aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? t('Show fewer') : t('Show all {{shown}}', { shown: number(items.length) })}
      </LinkButton>
    ),
  }
}
