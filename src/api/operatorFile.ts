import * as z from 'zod/mini'
import { readText } from './body.ts'

// biome-ignore lint/plugin: a file's own entries; each reader looks keys from outside up in a Map
type TextsByKey = Readonly<Record<string, string>>

const isTexts = (value: unknown): value is TextsByKey =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string')

/** An object whose values are texts. A tenth of the code of zod's `record`, which would load before the first row. */
export const Texts = z.custom<TextsByKey>(isTexts, 'must be an object whose values are texts')

/** A longer file is a mistake, and would freeze the tab. */
const MOST_BYTES = 1_000_000

/** A file in which every entry is wrong would otherwise fill the screen. */
const MOST_PROBLEMS = 3

export type OperatorFile<Content> = { content: Content; problem: null } | { content: null; problem: string }

/**
 * Reads a JSON file that the operator put beside the page. Never throws.
 * @param file its path: "/config.json"
 * @returns its content, or what is wrong with it, for the operator: "/config.json: 404"
 */
export async function readOperatorFile<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
  limitMs: number,
): Promise<OperatorFile<z.output<Schema>>> {
  const wrong = (...problems: (string | number)[]) => ({ content: null, problem: [file, ...problems].join(': ') })
  try {
    const response = await fetch(file, { cache: 'no-store', signal: AbortSignal.timeout(limitMs) })
    if (!response.ok) return wrong(response.status)
    const text = await readText(response, MOST_BYTES, () => {})
    if (text === null) return wrong(`larger than ${MOST_BYTES} bytes`)
    const { data, error } = schema.safeParse(JSON.parse(text))
    if (!error) return { content: data, problem: null }
    return wrong(...error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => [...path, message].join(': ')))
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}
