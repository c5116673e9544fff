import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'

export const tokensPath = '/api/personal-access-tokens/'

export const tokenPath = (uuid: string): string => `${tokensPath}${uuid}/`

/** Waits for what the list, in so many tabs, asks for by itself: else that would meet the end of the session first. */
export async function waitForPreload(sandbox: Sandbox, tabs = 1): Promise<void> {
  for (const path of [tokensPath, `${tokensPath}available_scopes/`, '/api/roles/']) {
    await expect.poll(() => answered(sandbox, 200, path), path).toBeGreaterThanOrEqual(tabs)
  }
}

/** Waits for what a dialog that ends tokens asks for by itself, likewise. */
export const waitForQueues = (sandbox: Sandbox): Promise<void> =>
  expect.poll(() => answered(sandbox, 200, '/api/event-consumers/')).toBeGreaterThan(0)

/** The status Waldur answers to whoever shows this header value: 200 while it lives, 401 when it is dead. */
export async function statusOf(origin: string, authorization: string): Promise<number> {
  const answer = await fetch(`${origin}/api/users/me/`, { headers: { Authorization: authorization } })
  return answer.status
}

/** The same from an address: the sandbox believes `X-Forwarded-For`, as Waldur does. */
export async function statusFrom(origin: string, authorization: string, address: string): Promise<number> {
  const headers = { Authorization: authorization, 'X-Forwarded-For': address }
  return (await fetch(`${origin}/api/users/me/`, { headers })).status
}

/** How often the page sent this, as the server counted. */
export const sent = (sandbox: Sandbox, method: string, path: string | RegExp): number =>
  sandbox.requests.filter((request) => request.method === method && matches(request.path, path)).length

/** How many answers from this path had this status. */
export const answered = (sandbox: Sandbox, status: number, path: string): number =>
  sandbox.requests.filter((request) => request.path === path && request.status === status).length

/** How often the page itself sent such a POST: what the browser repeats without a word carries the same key. */
export const sentByPage = (sandbox: Sandbox, path: string | RegExp): number =>
  new Set(
    sandbox.requests
      .filter(({ method, path: asked }) => method === 'POST' && matches(asked, path))
      .map(({ key }) => key),
  ).size

const matches = (text: string, pattern: string | RegExp) =>
  typeof pattern === 'string' ? text === pattern : pattern.test(text)

/**
 * Breaks the connection of the next request, however often the browser sends it: Chromium repeats it by itself, a POST
 * too, once for each connection that it had kept open.
 */
export function breakConnection(sandbox: Sandbox, method: string, path: string | RegExp): void {
  for (let send = 0; send < 8; send += 1) sandbox.dropNext(method, path, 'before')
}
