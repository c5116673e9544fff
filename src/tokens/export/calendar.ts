import { instantMs } from '../../api/wire.ts'
import { t } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'

type Ending = Pick<Token, 'uuid' | 'name' | 'expires_at'>

/** Days before the end at which the calendar reminds the user. */
const REMIND_DAYS = [14, 3, 1]

/**
 * The ends of tokens as a calendar (RFC 5545): one event per token, with reminders. A token always has the same UID, so
 * importing twice updates the event instead of duplicating it. It contains no secret.
 * @param nowMs the time of writing
 */
export function tokensCalendar(tokens: readonly Ending[], nowMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waldur Tokens//EN',
    ...tokens.flatMap((token) => eventOf(token, nowMs)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventOf({ uuid, name, expires_at }: Ending, nowMs: number): string[] {
  const title = escapeText(t('Token {{name}} expires', { name }))
  return [
    'BEGIN:VEVENT',
    `UID:${uuid}@waldur-tokens`,
    `DTSTAMP:${stamp(nowMs)}`,
    // An event without an end takes no time.
    `DTSTART:${stamp(instantMs(expires_at))}`,
    `SUMMARY:${title}`,
    'TRANSP:TRANSPARENT',
    ...REMIND_DAYS.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${title}`,
      `TRIGGER:-P${days}D`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** "20270303T120500Z" */
const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Removes control characters: a line break in a name must not start a new line of the file. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n|\r|\n/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, '\\$&')

/** A line has at most 75 bytes. A longer one continues after a blank, never within a character. */
function foldLine(line: string): string {
  const pieces: string[] = []
  let [start, end, bytes] = [0, 0, 0]
  for (const character of line) {
    const size = utf8Bytes(character.codePointAt(0) ?? 0)
    if (bytes + size > 75) {
      pieces.push(line.slice(start, end))
      start = end
      // The blank counts.
      bytes = 1
    }
    end += character.length
    bytes += size
  }
  return [...pieces, line.slice(start)].join('\r\n ')
}

const utf8Bytes = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
