import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import type { ComponentType } from 'react'
import { useEffect, useState } from 'react'
import { t } from './i18n.tsx'
import { whenIdle } from './idle.ts'
import type { Script } from './scripts.ts'
import { fetchScript } from './scripts.ts'

/** After so long somebody who waits is told, and may go on with something else. */
const PATIENCE_MS = 8000

const parts: { script: Script; fetchPart: () => Promise<void> }[] = []

/**
 * A component in a script of its own, so that what is seen first need not wait for it. Once fetched it is drawn at once:
 * `React.lazy` would put a fallback in between, and keep it for 300 ms. A script that does not come, as after a new
 * version was put in place, is said; the page stays as it is, and is reloaded by whoever presses the button only.
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
  // Dialogs and menus have one, pages have not.
  const { onClose } = props as { onClose?: () => void }
  return isOverdue ? <Overdue onClose={onClose} /> : <Coming />
}

/** Loads the parts in a script. One that cannot be had is asked for once more when it is needed, and said then. */
export const fetchParts = (of: Script): Promise<unknown> =>
  Promise.allSettled(parts.filter(({ script }) => script === of).map(({ fetchPart }) => fetchPart()))

/** Loads all late parts while nothing else is to be done, after what the page is for is on the screen. */
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
  // What was pressed still has the focus, and gets it back from the button that goes.
  const [opener] = useState(() => document.activeElement)
  const goOn = () => {
    onClose?.()
    if (opener instanceof HTMLElement) opener.focus()
  }
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{
        position: 'fixed',
        bottom: 16,
        insetInline: 16,
        maxWidth: 640,
        mx: 'auto',
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
            {t('Reload the page')}
          </Button>
        </>
      }
    >
      {t(
        'This part of the page could not be loaded yet: a newer version may have been put in place, or the connection is slow or gone. Reload the page to go on.',
      )}
    </Alert>
  )
}
