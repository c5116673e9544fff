import { queryOptions } from '@tanstack/react-query'
import { createAtom } from '@tanstack/store'
import * as z from 'zod/mini'
import { Uuid } from '../../api/wire.ts'

/** One request of this browser that issues a secret, until somebody is known to have that secret. Never the secret. */
const JournalEntry = z.object({
  id: z.string(),
  /** Who asked. Others who sign in on this computer are told nothing of it. */
  user: z.string(),
  op: z.enum(['create', 'rotate']),
  /** The server's time of the request, in milliseconds since 1970. */
  at: z.number(),
  /** What the token is called, as long as its uuid is not known. */
  name: z.nullable(z.string()),
  uuid: z.nullable(Uuid),
  /**
   * `asked`: on its way, or unanswered for good. `shown`: its secret was on screen, and nobody said to have it.
   * `lost`: issued, but the secret never arrived. `done`: somebody has it; kept a while, so that no other tab takes
   * the token for a lost one.
   */
  state: z.enum(['asked', 'shown', 'lost', 'done']),
  /** It was tried from the page that showed it: that it was used does not say that somebody has it. */
  tried: z.optional(z.boolean()),
})
export type JournalEntry = z.output<typeof JournalEntry>

const KEY = 'waldur-tokens.issued'
const MOST = 50

// What the browser would not store. Then only this page remembers.
let memory: JournalEntry[] = []

/** How often this page has changed them, or an end of `hold` was seen. */
const changes = createAtom(0)

/** All entries of this browser, oldest first. */
export function entries(): JournalEntry[] {
  try {
    const read = z.array(JournalEntry).safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'))
    return read.success ? read.data : []
  } catch {
    return memory
  }
}

const changed = (): void => changes.set((times) => times + 1)

function write(next: JournalEntry[]): void {
  memory = next.slice(-MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(memory))
  } catch {
    // Storage is forbidden or full: `memory` has it.
  }
  changed()
}

const update = (id: string, change: Partial<JournalEntry>) =>
  write(entries().map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))

const mine = new Set<string>()

/** Before the request is sent, so that not even a crash loses sight of it. @returns the entry's id */
export function noteAsked(asked: Pick<JournalEntry, 'user' | 'op' | 'at' | 'name'>): string {
  const id = crypto.getRandomValues(new Uint32Array(2)).join('')
  mine.add(id)
  write([...entries(), { ...asked, id, uuid: null, state: 'asked' }])
  return id
}

export const noteShown = (id: string, uuid: string): void => update(id, { uuid, name: null, state: 'shown' })

/** Whether somebody has said to have the secret: copied, ticked as stored, or closed knowing what that means. */
export const noteSaved = (id: string, saved: boolean): void => update(id, { state: saved ? 'done' : 'shown' })

export const noteTried = (id: string): void => update(id, { tried: true })

/** The tokens that turned out to be issued by the entry's request, with secrets that nobody has seen. */
export function noteLost(id: string, uuids: readonly string[]): void {
  const all = entries()
  const source = all.find((entry) => entry.id === id)
  const fresh = uuids.filter((uuid) => !all.some((entry) => entry.uuid === uuid))
  if (!source || fresh.length === 0) return
  // An id of the same beginning: as long as the dialog is open, it speaks for these too.
  const lost = fresh.map((uuid): JournalEntry => ({ ...source, id: `${id}.${uuid}`, uuid, name: null, state: 'lost' }))
  write([...all.filter((entry) => entry !== source || source.state !== 'asked'), ...lost])
}

export function forget(ids: readonly string[]): void {
  if (ids.length > 0) write(entries().filter(({ id }) => !ids.includes(id)))
}

/** Forgets a request with all the tokens that it turned out to have issued. */
export const leave = (id: string): void => write(entries().filter((entry) => requestOf(entry.id) !== id))

/** An entry that `noteLost` made begins with the id of the request's own. */
const requestOf = (id: string): string => id.split('.')[0] ?? id

/** Tokens whose secret somebody has, or is looking at, by what this browser knows. */
export const knownUuids = (): ReadonlySet<string> =>
  new Set(entries().flatMap(({ state, uuid }) => (uuid !== null && state !== 'lost' ? [uuid] : [])))

/** Whether this page made the request, and so has said in its dialog what became of it. */
export const isMine = ({ id }: JournalEntry): boolean => mine.has(id)

export function onJournalChange(listener: () => void): () => void {
  const { unsubscribe } = changes.subscribe(listener)
  addEventListener('storage', listener)
  return () => {
    unsubscribe()
    removeEventListener('storage', listener)
  }
}

const openHere = new Set<string>()
const LOCK = 'waldur-tokens.issuing.'

/**
 * Says to every tab that a dialog is open which speaks for this entry, until the returned function is called. A lock of
 * the browser, because a tab that crashes gives it back too.
 */
export function hold(id: string): () => void {
  openHere.add(id)
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  // Missing on plain HTTP: then other tabs take the entry for one that was left.
  const given = navigator.locks?.request(LOCK + id, () => ended)
  return () => {
    openHere.delete(id)
    end()
    // Given back, it takes a moment until `query` no longer tells of it.
    void Promise.resolve(given).then(changed)
  }
}

/** The entries that no open dialog, in no tab, speaks for. */
export const leftEntriesQuery = () =>
  queryOptions({
    queryKey: ['issued-here'],
    queryFn: async () => {
      const held = (await navigator.locks?.query())?.held ?? []
      const open = new Set([...openHere, ...held.map(({ name = '' }) => name.replace(LOCK, ''))])
      return entries().filter(({ id }) => !open.has(requestOf(id)))
    },
    staleTime: 0,
  })
