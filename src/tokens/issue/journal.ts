import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { createAtom } from '../../api/atom.ts'
import { store, stored } from '../../api/storage.ts'
import { heldLocks, holdLock } from '../../api/tabs.ts'
import { Uuid } from '../../api/wire.ts'

/**
 * A request of this browser that issues a secret, kept until the user is known to have that secret. Never the secret.
 */
const JournalEntry = z.object({
  id: z.string(),
  /** The user who sent it. Other users of this computer do not see it. */
  user: z.string(),
  op: z.enum(['create', 'rotate']),
  /** When it was sent, in milliseconds since 1970 by the server's clock. */
  at: z.number(),
  /** The token's name, while its uuid is unknown. */
  name: z.nullable(z.string()),
  uuid: z.nullable(Uuid),
  /**
   * `asked`: pending, or its response was lost. `shown`: the secret was on screen, but no one confirmed having it.
   * `lost`: issued, but the secret never arrived. `done`: the user has it. Such entries are kept for a while, so that
   * no other tab takes the token for a lost one.
   */
  state: z.enum(['asked', 'shown', 'lost', 'done']),
  /** The secret's own dialog tested it, so its use does not prove that the user has it. */
  tried: z.optional(z.boolean()),
})
export type JournalEntry = z.output<typeof JournalEntry>

const KEY = 'waldur-tokens.issued'
const MOST = 50

/** What the browser would not store, for the lifetime of this page; null if it has stored everything. */
let memory: JournalEntry[] | null = null

/** Counts the changes by this page, and the ends of `lockEntry`. */
const changes = createAtom(0)

/** All entries of this browser, oldest first. */
export function entries(): JournalEntry[] {
  if (memory !== null) return memory
  try {
    return z.array(JournalEntry).parse(JSON.parse(stored('localStorage', KEY) ?? '[]'))
  } catch {
    // Not written by this page.
    return []
  }
}

const changed = (): void => changes.set((times) => times + 1)

function write(next: JournalEntry[]): void {
  const kept = next.slice(-MOST)
  memory = store('localStorage', KEY, JSON.stringify(kept)) ? null : kept
  changed()
}

const update = (id: string, change: Partial<JournalEntry>) =>
  write(entries().map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))

const mine = new Set<string>()

/** Called before the request is sent, so that even a crash does not lose it. @returns the entry's id */
export function noteAsked(asked: Pick<JournalEntry, 'user' | 'op' | 'at' | 'name'>): string {
  const id = crypto.getRandomValues(new Uint32Array(2)).join('')
  mine.add(id)
  write([...entries(), { ...asked, id, uuid: null, state: 'asked' }])
  return id
}

export const noteShown = (id: string, uuid: string): void => update(id, { uuid, name: null, state: 'shown' })

/** Whether the user has the secret: copied it, confirmed having stored it, or closed the dialog despite the warning. */
export const noteSaved = (id: string, saved: boolean): void => update(id, { state: saved ? 'done' : 'shown' })

export const noteTried = (id: string): void => update(id, { tried: true })

/** The tokens that the entry's request turned out to have issued, with secrets that no one has seen. */
export function noteLost(id: string, uuids: readonly string[]): void {
  const all = entries()
  const source = all.find((entry) => entry.id === id)
  const fresh = uuids.filter((uuid) => !all.some((entry) => entry.uuid === uuid))
  if (!source || fresh.length === 0) return
  // The id keeps its prefix, so that the open dialog stays responsible for these too.
  const lost = fresh.map((uuid): JournalEntry => ({ ...source, id: `${id}.${uuid}`, uuid, name: null, state: 'lost' }))
  write([...all.filter((entry) => entry !== source || source.state !== 'asked'), ...lost])
}

export function forget(ids: readonly string[]): void {
  if (ids.length > 0) write(entries().filter(({ id }) => !ids.includes(id)))
}

/** Forgets a request with all the tokens that it turned out to have issued. */
export const leave = (id: string): void => write(entries().filter((entry) => requestOf(entry.id) !== id))

/** The ids of entries made by `noteLost` start with the request's own. */
const requestOf = (id: string): string => id.split('.')[0] ?? id

/** Tokens whose secret the user has or is looking at, as far as this browser knows. */
export const knownUuids = (): ReadonlySet<string> =>
  new Set(entries().flatMap(({ state, uuid }) => (uuid !== null && state !== 'lost' ? [uuid] : [])))

/** Whether this page sent the request, so that its dialog has already shown the outcome. */
export const isMine = ({ id }: JournalEntry): boolean => mine.has(id)

export function onJournalChange(listener: () => void): () => void {
  const unsubscribe = changes.subscribe(listener)
  addEventListener('storage', listener)
  return () => {
    unsubscribe()
    removeEventListener('storage', listener)
  }
}

const openHere = new Set<string>()
const LOCK = 'waldur-tokens.issuing.'

/**
 * Tells all tabs that an open dialog is responsible for this entry, until the returned function is called. A browser
 * lock, because it is released even if the tab crashes.
 */
export function lockEntry(id: string): () => void {
  openHere.add(id)
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  // Without locks, other tabs will treat the entry as abandoned.
  const released = holdLock(LOCK + id, ended)
  return () => {
    openHere.delete(id)
    end()
    // After its release, `query` still lists the lock for a moment.
    void released.then(changed)
  }
}

/** The entries for which no tab has an open dialog. */
export const leftEntriesQuery = () =>
  queryOptions({
    queryKey: ['issued-here'],
    queryFn: async () => {
      const held = await heldLocks()
      const open = new Set([...openHere, ...held.map((name) => name.replace(LOCK, ''))])
      return entries().filter(({ id }) => !open.has(requestOf(id)))
    },
    staleTime: 0,
  })
