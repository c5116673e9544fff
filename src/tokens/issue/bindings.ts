import type { Binding } from '../schema.ts'

/**
 * The bindings that were asked for and that the issued token does not carry. A Waldur that knows no bindings drops
 * them without a word and issues an unrestricted token (waldur-api, 2.4).
 */
export function lostBindings<Asked extends { type: string; uuid: string }>(
  asked: readonly Asked[],
  got: readonly Binding[],
): Asked[] {
  return asked.filter((one) => !got.some(({ type, uuid }) => type === one.type && uuid === one.uuid))
}
