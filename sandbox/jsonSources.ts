import type { EntityRow } from './database.ts'
import type { Release } from './releases.ts'

/** Rows that other rows refer to, by uuid. */
export type Related = ReadonlyMap<string, EntityRow>

export type Json = Record<string, unknown>

/** What a row's JSON is built from: the row, the rows it refers to, and absolute URLs. */
export interface Sources {
  row: EntityRow
  of: (uuid: string | null) => EntityRow | undefined
  url: (path: string, uuid: string | null) => string | null
  release: Release
}
