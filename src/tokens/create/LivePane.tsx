import IconButton from '@mui/material/IconButton'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { PartBoundary } from '../../ui/PartBoundary.tsx'
import { FormSummary } from './FormSummary.tsx'
import type { TokenForm } from './form.ts'
import styles from './pane.css?inline'

adoptStyles(styles)

interface Props {
  /** Moving the focus to a field also closes the sheet over it. */
  form: TokenForm
  /** Closes the sheet; missing beside the form. */
  onClose?: () => void
  /** Below the sentence. */
  children: ReactNode
  /** Below everything else, always in the same place. */
  foot: ReactNode
}

/** What the token will do. As high in every state, so that the button never moves; only the middle scrolls. */
export function LivePane({ form, onClose, children, foot }: Props) {
  const id = useId()
  return (
    <section className="pane" aria-labelledby={id}>
      {/* Firefox makes a box that scrolls a tab stop, which has no name. Its links are stops already. */}
      <div className="pane-body" tabIndex={-1}>
        <div className="pane-part">
          <div className="pane-head">
            <h3 id={id}>{t('What this token can do')}</h3>
            {onClose && (
              <IconButton aria-label={t('Close')} onClick={onClose} edge="end" sx={{ my: -1.25 }}>
                <LineIcon d="m4 6 4 4 4-4" />
              </IconButton>
            )}
          </div>
          <PartBoundary>
            <FormSummary form={form} />
          </PartBoundary>
        </div>
        {children}
      </div>
      {foot}
    </section>
  )
}

/** Beside the form it stays while the form scrolls. */
export const PANE_BESIDE = {
  position: 'sticky',
  top: 80,
  height: 'min(calc(100dvh - 104px), 704px)',
  borderRadius: 1.5,
  border: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  overflow: 'clip',
} as const

/** Over the form, on a narrow screen. */
export const PANE_SHEET = { height: 'min(calc(100dvh - 48px), 704px)', borderRadius: '16px 16px 0 0' } as const
