import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'

export const tokensPath = '/api/personal-access-tokens/'

export const tokenPath = (uuid: string): string => `${tokensPath}${uuid}/`

/**
 * Waits for the requests that the list makes on its own, in so many tabs. Otherwise one of them, not the test's own
 * request, would find out that the session has ended.
 */
export async function waitForPreload(sandbox: Sandbox, tabs = 1): Promise<void> {
  for (const path of [tokensPath, `${tokensPath}available_scopes/`, '/api/roles/']) {
    await expect.poll(() => responsesWith(sandbox, 200, path), path).toBeGreaterThanOrEqual(tabs)
  }
}

/** Waits for the request that a dialog for ending tokens makes on its own, for the same reason. */
export const waitForQueues = (sandbox: Sandbox): Promise<void> =>
  expect.poll(() => responsesWith(sandbox, 200, '/api/event-consumers/')).toBeGreaterThan(0)

/** Waldur's status for this header value: 200 while the credential works, 401 once it doesn't. */
export async function statusOf(origin: string, authorization: string): Promise<number> {
  const response = await fetch(`${origin}/api/users/me/`, { headers: { Authorization: authorization } })
  return response.status
}

/** The same from another address: the sandbox trusts `X-Forwarded-For`, as Waldur does. */
export async function statusFrom(origin: string, authorization: string, address: string): Promise<number> {
  const headers = { Authorization: authorization, 'X-Forwarded-For': address }
  return (await fetch(`${origin}/api/users/me/`, { headers })).status
}

/** How often this request was sent, as counted by the server. */
export const sent = (sandbox: Sandbox, method: string, path: string | RegExp): number =>
  sandbox.requests.filter((request) => request.method === method && matches(request.path, path)).length

/** How many responses from this path had this status. */
export const responsesWith = (sandbox: Sandbox, status: number, path: string): number =>
  sandbox.requests.filter((request) => request.path === path && request.status === status).length

/** How many such POSTs the page itself sent: the browser's own resends carry the same key. */
export const sentByPage = (sandbox: Sandbox, path: string | RegExp): number =>
  new Set(
    sandbox.requests
      .filter(({ method, path: asked }) => method === 'POST' && matches(asked, path))
      .map(({ key }) => key),
  ).size

const matches = (text: string, pattern: string | RegExp) =>
  typeof pattern === 'string' ? text === pattern : pattern.test(text)

/**
 * Breaks the connection of the next request, however often the browser resends it: Chromium retries on its own, even a
 * POST, once for each connection that it had kept open.
 */
export function breakConnection(sandbox: Sandbox, method: string, path: string | RegExp): void {
  for (let send = 0; send < 8; send += 1) sandbox.dropNext(method, path, 'before')
}
