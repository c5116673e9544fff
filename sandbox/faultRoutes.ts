import type { App, Core, Request } from './core.ts'
import type { Damage } from './damage.ts'
import type { Drop, Fault, FaultResponse, Faults, Match } from './faults.ts'
import { invalid } from './reply.ts'
import { readObject, respondToAnyone } from './route.ts'

/** The values of `action` in a request to `/__faults`: a fault for one request, or one of three lasting changes. */
type Action =
  | ({ kind: 'status' } & FaultResponse)
  | { kind: 'delay'; ms: number }
  | { kind: 'drop'; when: Drop; bytes?: number }
  | Damage
  /** 401 for the n-th matching request and all later ones. */
  | { kind: 'unauthorizedFrom'; n: number }
  /** Moves the sandbox's clock. */
  | { kind: 'clock'; offsetMs: number }
  /** How many active tokens a user may have. */
  | { kind: 'limit'; maxTokens: number }

const kinds = {
  status: ['number', 'status'],
  delay: ['number', 'ms'],
  drop: ['string', 'when'],
  trickle: ['number', 'bytesPerSecond'],
  truncate: ['number', 'bytes'],
  stall: null,
  malformedJson: null,
  schema: ['string', 'damage'],
  huge: null,
  unauthorizedFrom: ['number', 'n'],
  clock: ['number', 'offsetMs'],
  limit: ['number', 'maxTokens'],
} as const satisfies Record<Action['kind'], readonly [type: string, field: string] | null>

const isKind = (kind: unknown): kind is Action['kind'] => typeof kind === 'string' && Object.hasOwn(kinds, kind)

/** @throws ErrorResponse 400 for an unknown action, or one without its required field */
function readAction(value: unknown): Action {
  const action: Record<string, unknown> = { ...Object(value) }
  const { kind } = action
  if (!isKind(kind)) throw invalid({ action: [`kind must be one of ${Object.keys(kinds).join(', ')}.`] })
  const needed = kinds[kind]
  if (needed && typeof action[needed[1]] !== needed[0]) throw invalid({ action: [`${needed[1]}: a ${needed[0]}.`] })
  return action as Action // its kind and its one required field were checked; this is a tool for developers
}

function readMatch(value: unknown): Match {
  const { method, path, nth, times } = Object(value) as Partial<Record<keyof Match, unknown>>
  if (typeof method !== 'string' || typeof path !== 'string') throw invalid({ match: ['method and path: two texts.'] })
  return { method, path, nth: Number(nth ?? 1), times: Number(times ?? 1) }
}

/**
 * The faults and the request log over HTTP, for a browser's console, curl, or a test in another process. Served only if
 * the sandbox was opened with `hooks`.
 *
 * - `POST /__faults` `{"match": {"method": "POST", "path": "/api/personal-access-tokens/", "nth": 1, "times": 1},
 *   "action": {"kind": "drop", "when": "afterCommit"}}`; `*` in a path stands for one segment
 * - `DELETE /__faults` forgets the faults that no request has met yet
 * - `GET /__log` returns the received requests, without bodies; `DELETE /__log` empties the log
 */
export function faultRoutes(app: App, core: Core, faults: Faults, log: unknown[]): void {
  respondToAnyone(app, '/__faults', {
    post: async (c) => {
      const { match, action } = await readObject(c)
      perform(core, faults, readAction(action), match)
      return done(c)
    },
    delete: (c) => {
      faults.clear()
      return done(c)
    },
  })
  respondToAnyone(app, '/__log', {
    get: (c) => c.json(log),
    delete: (c) => {
      log.length = 0
      return done(c)
    },
  })
}

const done = (c: Request) => c.body(null, 204)

function perform({ clock, settings }: Core, faults: Faults, action: Action, match: unknown): void {
  if (action.kind === 'clock') clock.advance(action.offsetMs)
  else if (action.kind === 'limit') settings.PAT_MAX_TOKENS_PER_USER = action.maxTokens
  else if (action.kind === 'unauthorizedFrom') {
    const response = { status: 401, body: { detail: 'Invalid token.' }, headers: { 'WWW-Authenticate': 'Token' } }
    const every = { ...readMatch(match), nth: action.n, times: Number.POSITIVE_INFINITY }
    faults.add(every, { kind: 'status', response })
  } else if (action.kind === 'status') {
    const { kind, ...response } = action
    faults.add(readMatch(match), { kind, response })
  } else faults.add(readMatch(match), action satisfies Fault)
}
