import { entityTypeLabel } from '../../entities/types.ts'
import { tokenStart, tokenState } from '../rules/expiry.ts'
import type { Token } from '../schema.ts'

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
  created: ({ created }) => created,
  uuid: ({ uuid }) => uuid,
} satisfies Record<string, (token: Token, nowMs: number) => string>

/**
 * The tokens as a table for a spreadsheet: RFC 4180, UTF-8, one line a token, instants as Waldur tells them. It holds
 * no secret: Waldur tells none after the issue.
 * @param nowMs the server's time, for the states
 */
export function tokensCsv(tokens: readonly Token[], nowMs: number): string {
  const columns = Object.entries<(token: Token, nowMs: number) => string>(COLUMNS)
  return csvOf([
    columns.map(([name]) => name),
    ...tokens.map((token) => columns.map(([, cellOf]) => cellOf(token, nowMs))),
  ])
}

/** Cells as lines of a table, none of which a spreadsheet would compute. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')

/** What a spreadsheet may take for a formula, also behind blanks; an apostrophe makes it a text. */
const FORMULA = /^\s*[=+\-@\t\r]/

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
