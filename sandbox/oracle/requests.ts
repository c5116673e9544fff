import type { BuiltWorld } from './world.ts'

interface Sent {
  method: string
  path: string
  body?: Record<string, unknown>
}

/** Builds the sandbox's request for a recorded one; `uuid` is its object's, if it has one. */
type Request = (uuid: string, world: BuiltWorld) => Sent

const on = (path: string, method: string, rest = '', body?: Record<string, unknown>): Request => {
  return (uuid) => ({ method, path: `${path}${uuid}/${rest}`, ...(body && { body }) })
}

const addUser = (path: string, role: string): Request => {
  return (uuid, { newcomer }) => ({ method: 'POST', path: `${path}${uuid}/add_user/`, body: { role, user: newcomer } })
}

const to = (method: string, path: string, body?: Record<string, unknown>): Request => {
  return () => ({ method, path, ...(body && { body }) })
}

const projects = '/api/projects/'
const customers = '/api/customers/'
const offerings = '/api/marketplace-provider-offerings/'
const resources = '/api/marketplace-resources/'
const orders = '/api/marketplace-orders/'

/** Without call:PATCH and offering:add_user: there, Waldur validates the body before it checks any permission. */
const requests: Record<string, Request> = {
  'project:PATCH': on(projects, 'PATCH', '', { name: 'renamed' }),
  'project:DELETE': on(projects, 'DELETE'),
  'project:add_user': addUser(projects, 'PROJECT.MEMBER'),
  'customer:PATCH': on(customers, 'PATCH', '', { name: 'renamed' }),
  'customer:POST project': (uuid) => ({
    method: 'POST',
    path: projects,
    body: { name: 'new', customer: `${customers}${uuid}/` },
  }),
  'customer:add_user': addUser(customers, 'CUSTOMER.READER'),
  'customer:users': on(customers, 'GET', 'users/'),
  'offering:update_description': on(offerings, 'POST', 'update_description/', { description: 'new' }),
  'offering:pause': on(offerings, 'POST', 'pause/'),
  'resource:PATCH': on(resources, 'PATCH', '', { name: 'renamed' }),
  'resource:terminate': on(resources, 'POST', 'terminate/'),
  'order:approve_by_consumer': on(orders, 'POST', 'approve_by_consumer/'),
  'order:approve_by_provider': on(orders, 'POST', 'approve_by_provider/'),
  'order:cancel': on(orders, 'POST', 'cancel/'),
  'order:reject_by_provider': on(orders, 'POST', 'reject_by_provider/'),
  'service_provider:stat': on('/api/marketplace-service-providers/', 'GET', 'stat/'),
  'global:POST customer': to('POST', customers, { name: 'new' }),
  // An organization where no one holds a role.
  'global:DELETE customer': (_, { beside }) => ({ method: 'DELETE', path: `${customers}${beside}/` }),
  'global:override-settings': to('GET', '/api/override-settings/'),
  'global:database-stats': to('GET', '/api/database-stats/'),
  'global:POST role': to('POST', '/api/roles/', { name: 'NEW', content_type: 'customer', permissions: [] }),
  'global:roles': to('GET', '/api/roles/'),
  'global:auth-tokens': to('GET', '/api/auth-tokens/'),
  'global:invoice-items': to('GET', '/api/invoice-items/'),
}

/** The recorded request as sent to the sandbox, or undefined if the sandbox doesn't serve it. */
export function requestOf(name: string, uuid: string, world: BuiltWorld): Sent | undefined {
  return requests[name]?.(uuid, world)
}

/** The kinds of request that the sandbox must serve completely. */
export const mustBeServed = (name: string): boolean =>
  /^(project|customer|resource|order|global):|^service_provider:stat$/.test(name)

/**
 * What a status says about permission. A 409 comes after the permission check, and so does a 400 about the body or the
 * state. When creating a project in a customer, though, 400 means that the user can't see the customer.
 */
export function classOf(name: string, status: number): string {
  const isPermitted = (status >= 200 && status < 300) || status === 409
  return isPermitted || (status === 400 && name !== 'customer:POST project') ? 'permitted' : String(status)
}
