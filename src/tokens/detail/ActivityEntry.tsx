import { Trans } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { When } from '../../ui/When.tsx'
import { ACTION_ICONS } from '../actions/actionIcons.ts'
import type { ActivityLine } from './activity.ts'
import { isDenial } from './activity.ts'
import { entryNotes, entryTitle } from './activityWords.ts'

const DENIED = ACTION_ICONS.revoke
const USED = 'm3.5 8.5 3 3 6-7'
const DID =
  'M3.75 3h8.5A1.75 1.75 0 0 1 14 4.75v6.5A1.75 1.75 0 0 1 12.25 13h-8.5A1.75 1.75 0 0 1 2 11.25v-6.5A1.75 1.75 0 0 1 3.75 3zM4.75 6.25 6.5 8l-1.75 1.75M8.25 10h3'

const ICONS = new Map([
  ['pat_created', 'M8 3v10M3 8h10'],
  ['pat_rotated', ACTION_ICONS.rotate],
  ['pat_revoked', 'm4 4 8 8M12 4l-8 8'],
  ['pat_expired', NOTE_ICONS.time],
  ['pat_used_from_new_ip', USED],
  ['pat_access_denied_from_ip', DENIED],
  ['pat_authentication_rejected', DENIED],
  ['pat_network_acl_updated', ACTION_ICONS.networks],
])

interface Props {
  entry: ActivityLine
  /** The token's name. */
  name: string
  /** The token did it; otherwise it happened to the token. */
  isDeed: boolean
}

/** One line of a token's activity, with its time and how certain it is. */
export function ActivityEntry({ entry, name, isDeed }: Props) {
  const { event } = entry
  return (
    <li className="story-entry">
      <span className="story-mark" data-tone={isDenial(event) ? 'bad' : undefined}>
        <LineIcon d={isDeed ? DID : (ICONS.get(event.event_type) ?? NOTE_ICONS.info)} />
      </span>
      <div className="story-text">
        <Trans text={entryTitle(entry)} />
        <small>
          {entryNotes(entry, name).map((note) => (
            <span key={note}>
              <Trans text={note} />
            </span>
          ))}
          <When at={event.created} tabIndex={0} />
        </small>
      </div>
    </li>
  )
}
