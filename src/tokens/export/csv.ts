import { entityTypeLabel } from '../../entities/types.ts'
import type { Token } from '../schema.ts'
import { tokenStart, tokenState } from '../state/expiry.ts'

const COLUMNS = {
  name: ({ name }) => name,
  state: tokenState,
  starts_with: tokenStart,
  permissions: ({ scopes }) => scopes.join(' '),
  bound_to: ({ allowed_scopes }) =>
    allowed_scopes.map(({ type, uuid, name }) => `${entityTypeLabel(type)} ${name ?? uuid ?? '(deleted)'}`).join('; '),
  networks: ({ allowed_networks }) => (allowed_networks ?? []).join(' '),
  expires_at: ({ expires_at }) => expires_at,
  last_used_at: ({ last_used_at }) => last_used_at ?? '',
  last_used_ip: ({ last_used_ip }) => last_used_ip ?? '',
  created: ({ created }) => created ?? '',
  uuid: ({ uuid }) => uuid,
} satisfies Record<string, (token: Token, nowMs: number) => string>

/**
 * The tokens as a table for a spreadsheet: one line a token, instants as Waldur tells them. It holds no secret: Waldur
 * tells none after the issue.
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

/** What a spreadsheet parts cells by where its user lives: by a semicolon where decimals have the comma. */
export const separatorFor = (locales: readonly string[]): Separator =>
  locales.some((locale) => new Intl.NumberFormat(locale).format(0.5).includes(',')) ? ';' : ','

/**
 * Cells as lines of a table, as RFC 4180 has them but for the separator; none of them is computed by a spreadsheet. With
 * the mark by which one knows UTF-8.
 */
export const csvOf = (lines: readonly (readonly string[])[], separator: Separator): string =>
  `\uFEFF${lines.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('')}`

/**
 * What begins a formula, at the beginning of a cell or of what becomes one where cells are parted by another sign, also
 * behind blanks, quotes and what nobody sees. Wide signs are taken for the narrow ones in East Asia. Looks back from the
 * sign only: from each blank of a long row it would take the square of its length.
 */
const FORMULA = /[=+\-@＝＋－＠](?<=(?:^|[,;|\t\r\n])[\s\p{Cc}\p{Cf}"]*.)/gu

/** A leading apostrophe makes a spreadsheet treat the cell as text. */
const cell = (text: string): string => `"${text.replace(FORMULA, "'$&").replaceAll('"', '""')}"`
