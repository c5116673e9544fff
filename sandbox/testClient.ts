import { onTestFinished } from 'vitest'
import type { Sandbox, SandboxOptions } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

interface Received {
  status: number
  headers: Headers
  text: string
  /** The parsed body; undefined if it is empty or not JSON. */
  json: unknown
}

export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Received>

/** The instant at which every test starts: 1 September 2026, 08:00 UTC. */
export const testStart = Date.UTC(2026, 8, 1, 8)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sender(origin: string, authorization: string | undefined): Send {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(authorization !== undefined && { Authorization: authorization }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }
}

export interface Started {
  sandbox: Sandbox
  origin: string
  /** Sends requests with this `Authorization` header, or without one. */
  as(authorization?: string): Send
  /** Sends requests as a signed-in user. */
  signedIn(username: string): Promise<Send>
}

/** A new sandbox on a real socket, closed when the test ends. */
export async function start(options: SandboxOptions = {}): Promise<Started> {
  const sandbox = await openSandbox({ now: testStart, ...options })
  onTestFinished(() => sandbox.close())
  const origin = await sandbox.listen()
  return {
    sandbox,
    origin,
    as: (authorization) => sender(origin, authorization),
    signedIn: async (username) => sender(origin, `Token ${await sandbox.signIn(username)}`),
  }
}

/** An instant this many days after the tests' start, in ISO 8601. */
export const inDays = (days: number) => new Date(testStart + days * 86_400_000).toISOString()

/** A create request that Waldur accepts from any user who may create tokens. */
export const goodToken = { name: 'ci-deploy', scopes: ['PROJECT.LIST'], expires_at: inDays(30) }

export const tokensPath = '/api/personal-access-tokens/'
