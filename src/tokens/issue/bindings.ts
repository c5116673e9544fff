import type { Binding } from '../schema.ts'

/**
 * The requested bindings that the issued token lacks. A Waldur without bindings silently drops them and issues an
 * unrestricted token (waldur-api, 2.4).
 */
export function lostBindings<Asked extends { type: string; uuid: string }>(
  asked: readonly Asked[],
  got: readonly Binding[],
): Asked[] {
  return asked.filter((one) => !got.some(({ type, uuid }) => type === one.type && uuid === one.uuid))
}
