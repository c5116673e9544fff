import { readLanguageTag } from '../../api/languageTag.ts'
import { entityTypeLabel } from '../../entities/types.ts'
import type { Token } from '../schema.ts'
import { tokenStart, tokenState } from '../state/expiry.ts'

const COLUMNS = {
  name: ({ name }) => name,
  status: tokenState,
  starts_with: tokenStart,
  permissions: ({ scopes }) => scopes.join(' '),
  places: ({ allowed_scopes }) =>
    allowed_scopes.map(({ type, uuid, name }) => `${entityTypeLabel(type)} ${name ?? uuid ?? '(deleted)'}`).join('; '),
  allowed_ip_addresses: ({ allowed_networks }) => (allowed_networks ?? []).join(' '),
  expires_at: ({ expires_at }) => expires_at,
  last_used_at: ({ last_used_at }) => last_used_at ?? '',
  last_used_ip: ({ last_used_ip }) => last_used_ip ?? '',
  created: ({ created }) => created ?? '',
  uuid: ({ uuid }) => uuid,
} satisfies Record<string, (token: Token, nowMs: number) => string>

/**
 * The tokens as a table for a spreadsheet: one line per token, times as Waldur sends them. It contains no secret,
 * because Waldur sends none after issuing.
 * @param nowMs the server's time, for the states
 */
export function tokensCsv(tokens: readonly Token[], nowMs: number, separator: Separator): string {
  const columns = Object.entries<(token: Token, nowMs: number) => string>(COLUMNS)
  return csvOf(
    [columns.map(([name]) => name), ...tokens.map((token) => columns.map(([, cellOf]) => cellOf(token, nowMs)))],
    separator,
  )
}

export type Separator = ',' | ';'

/**
 * The separator that the user's spreadsheet expects: a comma where decimals have a point, else a semicolon. For
 * Switzerland, Liechtenstein and Arabic, Windows always uses a semicolon.
 */
export const separatorFor = (locales: readonly string[]): Separator =>
  locales.some((locale) => /^ar\b|-(CH|LI)\b/.test(locale) || !decimal(locale).includes('.')) ? ';' : ','

/** Chrome’s language is "en-US@posix" where the system has none, which `Intl` doesn’t read. */
const decimal = (locale: string): string => new Intl.NumberFormat(readLanguageTag(locale) ?? 'en').format(0.5)

/**
 * Cells as lines of CSV, by RFC 4180 except for the separator. No cell is evaluated as a formula. Starts with a byte
 * order mark, so that spreadsheets read it as UTF-8.
 */
export const csvOf = (lines: readonly (readonly string[])[], separator: Separator): string =>
  `\uFEFF${lines.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('')}`

/**
 * A character that starts a formula, at the start of a cell or of what is a cell with another separator, even after
 * blanks, quotes and invisible characters. East Asian spreadsheets accept the full-width ones. The lookbehind starts at
 * this character, because searching forward from each blank of a long run would take quadratic time.
 */
const FORMULA = /[=+\-@＝＋－＠](?<=(?:^|[,;|\t\r\n])[\s\p{Cc}\p{Cf}"]*.)/gu

/** A leading apostrophe makes a spreadsheet treat the cell as text. */
const cell = (text: string): string => `"${text.replace(FORMULA, "'$&").replaceAll('"', '""')}"`
