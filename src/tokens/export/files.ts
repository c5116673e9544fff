import { download } from '../../ui/download.ts'
import { locale } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { tokensCalendar } from './calendar.ts'
import { csvOf, separatorFor, tokensCsv } from './csv.ts'

/** "waldur-tokens-2026-11-24.csv" */
const fileName = (ending: string, nowMs: number) =>
  `waldur-tokens-${new Date(nowMs).toISOString().slice(0, 10)}.${ending}`

/** Depends on the language of the browser, most likely the system's, or of the page, which the user chose. */
const separator = () => separatorFor([navigator.language, locale()])

/** Saves a CSV file. @param nowMs the server's time */
export const saveCsv = (tokens: readonly Token[], nowMs: number): void =>
  download(fileName('csv', nowMs), tokensCsv(tokens, nowMs, separator()), 'text/csv')

/** Saves what happened when several tokens were revoked. @param lines starting with the column names */
export const saveReport = (lines: readonly (readonly string[])[], nowMs: number): void =>
  download(fileName('revoked.csv', nowMs), csvOf(lines, separator()), 'text/csv')

/** In the spelling of Waldur's API. */
export const saveJson = (tokens: readonly Token[], nowMs: number): void =>
  download(fileName('json', nowMs), `${JSON.stringify(tokens, null, 2)}\n`, 'application/json')

/** The tokens that a calendar can remind of: those that have not ended. */
export const endingTokens = (tokens: readonly Token[], nowMs: number): Token[] =>
  tokens.filter((token) => tokenState(token, nowMs) === 'active')

/** Saves the end dates of tokens for a calendar. */
export const saveCalendar = (tokens: readonly Pick<Token, 'uuid' | 'name' | 'expires_at'>[], nowMs: number): void =>
  download(fileName('ics', nowMs), tokensCalendar(tokens, nowMs), 'text/calendar')
