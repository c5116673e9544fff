import * as z from 'zod/mini'
import { LIST_BYTES, OBJECT_BYTES } from './body.ts'
import { isNotFound, ShapeError, UNLIKE } from './errors.ts'
import { nextPage, PAGE_SIZE, resultCount } from './page.ts'
import type { Received, RequestOptions } from './send.ts'
import { send } from './send.ts'
import { learnOffset } from './serverClock.ts'
import { orNull, Uuid } from './wire.ts'

export interface Rows<Row> {
  rows: Row[]
  /** How many rows could not be parsed. They are counted in a notice, never shown in part. */
  unreadable: number
  /** The unreadable rows that have a valid uuid. */
  unread: Unread[]
}

/** What is known of a row that could not be parsed. */
export interface Unread {
  uuid: string
  name: string | null
}

export interface Page<Row> extends Rows<Row> {
  page: number
  total: number | null
  next: number | null
  /** Waldur says that this page does not exist, so the list ended before it. */
  isPastEnd?: true
}

/**
 * Sends one request to Waldur and returns the body in the schema's output type.
 * @param path below the origin, with a trailing slash: "/api/users/me/"
 * @throws ApiError for a status of 400 or more, NetworkError without a complete response, ShapeError when the body does
 * not fit the schema; anything else is a bug
 */
export async function request<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  init: RequestOptions = {},
): Promise<z.output<Schema>> {
  const { body, asked, offset } = await send(path, init, init.large ? LIST_BYTES : OBJECT_BYTES)
  const parsed = schema.safeParse(body)
  if (parsed.success) {
    learnOffset(offset)
    return parsed.data
  }
  throw new ShapeError(isUnlike(body, schema) ? UNLIKE : describe(parsed.error), { asked })
}

/**
 * Sends a request that Waldur confirms with 204 and no body.
 * @throws as `request`, and ShapeError for any other status: a server that returns 200 to everything has done nothing
 */
export async function requestNothing(path: string, init: RequestOptions): Promise<void> {
  const { status, asked } = await send(path, init, OBJECT_BYTES)
  if (status !== 204) throw new ShapeError(UNLIKE, { asked })
}

/** A bare array without paging. Rows that do not fit the schema are counted and left out. */
export async function requestRows<Schema extends z.ZodMiniType>(
  path: string,
  row: Schema,
  init: RequestOptions = {},
): Promise<Rows<z.output<Schema>>> {
  return readRows(await send(path, init, LIST_BYTES), row)
}

/**
 * One page of a list, with what its headers say about the rest. Past the end Waldur returns "Invalid page.". We get
 * there if we cannot read the headers, or if rows were deleted meanwhile. It ends the list and is no error (waldur-api,
 * section 4).
 */
export async function requestPage<Schema extends z.ZodMiniType>(
  path: string,
  row: Schema,
  { page, pageSize = PAGE_SIZE, ...init }: RequestOptions & { page: number; pageSize?: number },
): Promise<Page<z.output<Schema>>> {
  try {
    const query = { ...init.query, page, page_size: pageSize }
    const response = await send(path, { ...init, query }, LIST_BYTES)
    const read = readRows(response, row)
    const total = resultCount(response.headers)
    const received = read.rows.length + read.unreadable
    const next = nextPage({ page, pageSize, received, total, link: response.headers.get('Link') })
    return { ...read, page, total, next }
  } catch (error) {
    if (page === 1 || !isPastEnd(error)) throw error
    return { rows: [], unreadable: 0, unread: [], page, total: null, next: null, isPastEnd: true }
  }
}

/** Of all the texts of a 404, only this one is certainly Waldur's. */
const isPastEnd = (error: unknown): boolean => isNotFound(error) && error.message === 'Invalid page.'

const Named = z.object({ uuid: Uuid, name: orNull(z.string()) })

function readRows<Schema extends z.ZodMiniType>(
  { body, asked, offset }: Received,
  row: Schema,
): Rows<z.output<Schema>> {
  if (!Array.isArray(body)) throw new ShapeError(UNLIKE, { asked })
  const rows: z.output<Schema>[] = []
  const misfits: unknown[] = []
  for (const item of body) {
    const parsed = row.safeParse(item)
    if (parsed.success) rows.push(parsed.data)
    else misfits.push(item)
  }
  if (misfits.length === 0) learnOffset(offset)
  else if (rows.length === 0 && misfits.every((item) => isUnlike(item, row))) throw new ShapeError(UNLIKE, { asked })
  const unread = misfits.flatMap((item) => Named.safeParse(item).data ?? [])
  return { rows, unreadable: misfits.length, unread }
}

/**
 * Whether a body or row that does not fit the schema has none of its required fields, and so isn't Waldur's: another
 * version of Waldur has some of them, but captive portals and other servers send JSON as well.
 */
function isUnlike(body: unknown, schema: z.ZodMiniType): boolean {
  const [error, ofNothing] = [body, {}].map((value) => schema.safeParse(value).error)
  return error?.issues[0]?.path.length === 0 || error?.message === ofNothing?.message
}

/** The path of the first mismatch, without the value, which may be a secret. */
const describe = ({ issues: [first] }: z.core.$ZodError): string => `${first?.path.join('.')}: ${first?.message}`
