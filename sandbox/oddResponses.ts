import fc from 'fast-check'

/** One deviation of a response from its usual shape. */
export interface Oddity {
  /** Its place: an index that wraps around the number of places. */
  at: number
  how: 'drop' | 'null' | 'odd' | 'add'
  value: unknown
}

const strange = fc.constantFrom<unknown>(42, -1, true, '', 'sesame', [], [null], {}, { uuid: 7 })

export const anyOddities = fc.array(
  fc.record({ at: fc.nat(), how: fc.constantFrom('drop', 'null', 'odd', 'add'), value: strange }),
  { minLength: 1, maxLength: 4 },
)

/** Whether `odd` is sure to be invalid in place of `value`. One of the same type, or an empty list, could be valid. */
const isOddFor = (value: unknown, odd: unknown): boolean =>
  typeof odd !== typeof value || (isHolder(odd) && !(Array.isArray(odd) && odd.length === 0))

type Holder = Record<string | number, unknown>
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null

/** Every object key and list index, with its path: "permissions.0.scope_name". */
function placesIn(value: unknown, path: readonly string[] = []): { holder: Holder; key: string; path: string }[] {
  if (!isHolder(value)) return []
  return Object.keys(value).flatMap((key) => [
    { holder: value, key, path: [...path, key].join('.') },
    ...placesIn(value[key], [...path, key]),
  ])
}

/**
 * The response with these oddities applied, each in a different place. One inside another could make it valid again.
 * @param needed matches the paths without which the response is useless
 */
export function withOddities(response: unknown, oddities: readonly Oddity[], needed: RegExp): unknown {
  const copy: unknown = structuredClone(response)
  let places = placesIn(copy).filter(({ path }) => !needed.test(path))
  for (const { at, how, value } of oddities) {
    const place = places[at % places.length]
    if (!place) break
    const { holder, key, path } = place
    const odd = structuredClone(value)
    places = places.filter((one) => !`${one.path}.`.startsWith(`${path}.`))
    const isList = Array.isArray(holder)
    if (how === 'add' && !isList) holder['of_tomorrow'] = odd
    else if (how === 'drop' && !isList) delete holder[key]
    else holder[key] = how === 'odd' && isOddFor(holder[key], odd) ? odd : null
  }
  return copy
}
