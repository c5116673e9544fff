import { download } from '../../ui/download.ts'
import { locale } from '../../ui/words.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { tokensCalendar } from './calendar.ts'
import { csvOf, separatorFor, tokensCsv } from './csv.ts'

/** "waldur-tokens-2026-11-24.csv" */
const fileName = (ending: string, nowMs: number) =>
  `waldur-tokens-${new Date(nowMs).toISOString().slice(0, 10)}.${ending}`

/** By the language of the browser, which is likely the system's, or of the page, which was chosen. */
const separator = () => separatorFor([navigator.language, locale()])

/** As a table. @param nowMs the server's time */
export const saveCsv = (tokens: readonly Token[], nowMs: number): void =>
  download(fileName('csv', nowMs), tokensCsv(tokens, nowMs, separator()), 'text/csv')

/** What became of tokens that were to be revoked together. @param lines with the names of the columns first */
export const saveReport = (lines: readonly (readonly string[])[], nowMs: number): void =>
  download(fileName('revoked.csv', nowMs), csvOf(lines, separator()), 'text/csv')

/** As Waldur's API spells them. */
export const saveJson = (tokens: readonly Token[], nowMs: number): void =>
  download(fileName('json', nowMs), `${JSON.stringify(tokens, null, 2)}\n`, 'application/json')

/** What a calendar can remind of: those that are to end yet. */
export const endingTokens = (tokens: readonly Token[], nowMs: number): Token[] =>
  tokens.filter((token) => tokenState(token, nowMs) === 'active')

/** The end dates of tokens, for a calendar. */
export const saveCalendar = (tokens: readonly Pick<Token, 'uuid' | 'name' | 'expires_at'>[], nowMs: number): void =>
  download(fileName('ics', nowMs), tokensCalendar(tokens, nowMs), 'text/calendar')
