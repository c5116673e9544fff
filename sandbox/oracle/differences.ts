/** Differences between two responses that don't count. */
export interface Allowance {
  /** Whether the page reads the key, so that it must not be missing. */
  isRead(key: string): boolean
  /** Whether our response may have the key if the recorded one lacks it. */
  mayAdd(key: string): boolean
  /** Whether the key's value may differ. */
  mayDiffer(key: string): boolean
}

/** Instants that the server chose itself. */
const chosen = ['created', 'modified', 'last_used_at', 'accounting_start_date', 'date_joined', 'agreement_date']
const chosenWithinMs = 10_000

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|\+00:00)$/

const elided = /^… (\d+) more$/

type Found = (path: string, recorded: unknown, ours: unknown) => string[]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 300) ?? 'nothing'

/**
 * How our body differs from the recorded one, one sentence each: different values, keys that Waldur lacks, and missing
 * keys that the page reads. A recorded list may end in "… 9 more".
 */
export function differences(recorded: unknown, ours: unknown, allowance: Allowance): string[] {
  const found: Found = (path, left, right) => {
    if (Array.isArray(left) && Array.isArray(right)) return lists(path, left, right)
    if (isObject(left) && isObject(right)) return objects(path, left, right)
    if (typeof left === 'string' && typeof right === 'string' && instant.test(left) && instant.test(right)) {
      const within = chosen.includes(path.split('.').at(-1) ?? '') ? chosenWithinMs : 0
      if (Math.abs(Date.parse(left) - Date.parse(right)) <= within) return []
    }
    return left === right ? [] : [`${path}: Waldur ${shown(left)}, the sandbox ${shown(right)}`]
  }
  const lists = (path: string, left: unknown[], right: unknown[]) => {
    const last = left.at(-1)
    const more = typeof last === 'string' ? elided.exec(last)?.[1] : undefined
    const rows = more === undefined ? left : left.slice(0, -1)
    const total = rows.length + Number(more ?? 0)
    const counts = total === right.length ? [] : [`${path}: Waldur has ${total} rows, the sandbox ${right.length}`]
    return [...counts, ...rows.flatMap((row, index) => found(`${path}[${index}]`, row, right[index]))]
  }
  const objects = (path: string, left: Record<string, unknown>, right: Record<string, unknown>) => [
    ...Object.keys(right)
      .filter((key) => !Object.hasOwn(left, key) && !allowance.mayAdd(key))
      .map((key) => `${path}.${key}: Waldur has no such key`),
    ...Object.entries(left).flatMap(([key, value]) => {
      if (!Object.hasOwn(right, key)) return allowance.isRead(key) ? [`${path}.${key}: the page reads it`] : []
      return allowance.mayDiffer(key) ? [] : found(`${path}.${key}`, value, right[key])
    }),
  ]
  return found('', recorded, ours)
}
