import { eq } from 'drizzle-orm'
import type { Caller } from './access.ts'
import type { Core, Request } from './core.ts'
import { sha256 } from './core.ts'
import type { UserRow } from './database.ts'
import { users } from './database.ts'
import { invalid } from './reply.ts'
import { readObject } from './route.ts'
import { changeUser } from './testHandles.ts'

const columns = {
  first_name: 'firstName',
  last_name: 'lastName',
  organization: 'organization',
  preferred_language: 'preferredLanguage',
} as const

/** Fields that are stored in `details`. */
const details = ['native_name', 'job_title', 'phone_number']

/** Read-only for everyone but staff: others' changes to these are silently ignored. */
const flags = {
  is_staff: 'isStaff',
  is_support: 'isSupport',
  is_active: 'isActive',
  can_use_personal_access_tokens: 'canUsePats',
} as const

/** @throws ErrorResponse 400 for a value of another type */
function pick<Name extends string, Value>(
  body: Record<string, unknown>,
  names: readonly Name[],
  is: (value: unknown) => value is Value,
  complaint: string,
): [Name, Value][] {
  return names.flatMap((name): [Name, Value][] => {
    const value = body[name]
    if (value === undefined) return []
    if (!is(value)) throw invalid({ [name]: [complaint] })
    return [[name, value]]
  })
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

const keysOf = <Key extends string>(map: Record<Key, unknown>) => Object.keys(map) as Key[]

/** PATCH of a user; fields that no one may write are ignored, as in Django REST framework. */
export async function changeProfile(core: Core, c: Request, caller: Caller, user: UserRow): Promise<UserRow> {
  const body = await readObject(c)
  const notText = 'Not a valid string.'
  const texts = pick(body, keysOf(columns), isText, notText)
  const beside = pick(body, caller.user.isStaff ? [...details, 'description'] : details, isText, notText)
  const switched = caller.user.isStaff ? pick(body, keysOf(flags), isFlag, 'Must be a valid boolean.') : []
  await changeUser(core, user.username, {
    ...Object.fromEntries(texts.map(([name, value]) => [columns[name], value])),
    ...Object.fromEntries(switched.map(([name, value]) => [flags[name], value])),
    details: { ...user.details, ...Object.fromEntries(beside) },
  })
  const [changed] = await core.db.select().from(users).where(eq(users.uuid, user.uuid))
  return changed ?? user
}

/** No e-mail is sent: the new address is kept in the profile as `requested_email`. */
export async function changeEmail(core: Core, c: Request, user: UserRow): Promise<Response> {
  const { email } = await readObject(c)
  if (email === undefined) throw invalid({ email: ['This field is required.'] })
  if (typeof email !== 'string' || !/^\S+@\S+\.\S+$/.test(email))
    throw invalid({ email: ['Enter a valid email address.'] })
  await changeUser(core, user.username, { details: { ...user.details, requested_email: email } })
  return c.json({ detail: 'The change email request has been successfully created.' })
}

export async function changePassword(core: Core, c: Request, user: UserRow): Promise<Response> {
  const { new_password: password } = await readObject(c)
  if (typeof password !== 'string') throw invalid({ new_password: ['This field is required.'] })
  await changeUser(core, user.username, { passwordHash: sha256(password) })
  return c.json({ status: 'password set' })
}
