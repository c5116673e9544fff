import { useEffect, useRef } from 'react'
import { createAtom } from '../api/atom.ts'
import { Trans, t } from './i18n.tsx'
import { Status } from './Status.tsx'
import { useAtom } from './useAtom.ts'
import { useMoment } from './useMoment.ts'
import { useOnline } from './useOnline.ts'

const message = createAtom({ text: '', at: 0 })

/** Announces a success, on screen for a while and to screen readers. Failures are shown in place instead. */
export const announce = (text: string): void => message.set(({ at }) => ({ text, at: at + 1 }))

/** After a dialog has closed. */
const REST_MS = 400

/** The page's polite live region, rendered from the start so that screen readers announce what appears in it. */
export function Announcer() {
  const { text, at } = useAtom(message)
  const region = useRef<HTMLDivElement>(null)
  const isDue = useMoment(region, String(at), REST_MS)
  const online = useOnline()
  const wasOnline = useRef(online)
  useEffect(() => {
    if (online && !wasOnline.current) announce(t('You’re back online.'))
    wasOnline.current = online
  }, [online])
  return (
    <Status ref={region} className="announcer">
      {isDue && (
        <p>
          <Trans text={text} />
        </p>
      )}
    </Status>
  )
}
