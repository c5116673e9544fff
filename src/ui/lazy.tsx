import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import type { ComponentType } from 'react'
import { useEffect, useState } from 'react'
import { Alert } from './Alert.tsx'
import { t } from './i18n.tsx'
import { whenIdle } from './idle.ts'
import type { Script } from './scripts.ts'
import { fetchScript } from './scripts.ts'

/** After this long, a notice appears, so that the user can go on with something else. */
const PATIENCE_MS = 8000

const parts: { script: Script; fetchPart: () => Promise<void> }[] = []

/**
 * A component in a script of its own, so that the first view does not wait for it. Once loaded, it renders at once:
 * `React.lazy` would show a fallback in between, for at least 300 ms. If the script fails to load, as after a new
 * version was deployed, a notice says so. The page stays as it is, and only the user reloads it.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  script: Script = 'dialogs',
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  const fetchPart = async () => {
    if (Part) return
    await fetchScript(script)
    Part = await load()
  }
  parts.push({ script, fetchPart })
  return (props) => <Lazy part={() => Part} fetchPart={fetchPart} props={props} />
}

interface LazyProps<Props> {
  part: () => ComponentType<Props> | undefined
  fetchPart: () => Promise<void>
  props: Props
}

function Lazy<Props extends object>({ part, fetchPart, props }: LazyProps<Props>) {
  const [isOverdue, setOverdue] = useState(false)
  const [, setHere] = useState(part() !== undefined)
  useEffect(() => {
    fetchPart().then(
      () => setHere(true),
      () => setOverdue(true),
    )
    const timer = setTimeout(setOverdue, PATIENCE_MS, true)
    return () => clearTimeout(timer)
  }, [fetchPart])
  const Part = part()
  if (Part) return <Part {...props} />
  // Dialogs and menus have one, pages do not.
  const { onClose } = props as { onClose?: () => void }
  return isOverdue ? <Overdue onClose={onClose} /> : <Coming />
}

/** Loads the parts of a script. A failure is ignored here; the part is requested again when it is needed. */
export const fetchParts = (of: Script): Promise<unknown> =>
  Promise.allSettled(parts.filter(({ script }) => script === of).map(({ fetchPart }) => fetchPart()))

/** Loads the other parts while the browser is idle, once the main content is on the screen. */
export function usePreload(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return
    return whenIdle(() => void fetchParts('page').then(() => fetchParts('dialogs')))
  }, [isShown])
}

function Coming() {
  return (
    <LinearProgress aria-label={t('Loading')} sx={{ position: 'fixed', top: 0, insetInline: 0, zIndex: 'modal' }} />
  )
}

function Overdue({ onClose }: { onClose: (() => void) | undefined }) {
  // The pressed button still has the focus, and gets it back when the notice closes.
  const [opener] = useState(() => document.activeElement)
  const goOn = () => {
    onClose?.()
    if (opener instanceof HTMLElement) opener.focus()
  }
  return (
    <Alert
      role="alert"
      severity="warning"
      variant="outlined"
      sx={{
        // A missing page leaves its place to the notice. Over a page that stays, it is at the bottom.
        position: onClose && 'fixed',
        inset: 'auto 0 0',
        maxWidth: 'min(640px, 100% - 32px)',
        m: '16px auto',
        zIndex: 'modal',
        bgcolor: 'background.paper',
      }}
      action={
        <>
          {onClose && (
            <Button color="inherit" size="small" onClick={goOn}>
              {t('Not now')}
            </Button>
          )}
          <Button color="inherit" size="small" onClick={() => location.reload()}>
            {t('Reload page')}
          </Button>
        </>
      }
    >
      {t(
        'This part of the page hasn’t loaded. A newer version may be in place, or your connection may be slow or down. Reload the page to continue.',
      )}
    </Alert>
  )
}
