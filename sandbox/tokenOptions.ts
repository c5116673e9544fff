import { has } from './releases.ts'
import type { Settings } from './settings.ts'

const field = (type: string, label: string) => ({ type, required: true, read_only: false, label })

const list = (label: string) => ({
  ...field('list', label),
  child: { type: 'string', required: true, read_only: false },
})

/**
 * The response to OPTIONS on the tokens' endpoint. `actions.POST` lists the fields of a token, so that a client can
 * tell whether there are networks before there is any token (waldur-api.md 3).
 */
export function tokenOptions({ generation }: Settings) {
  return {
    name: 'Personal Access Token List',
    description: 'Manage personal access tokens for programmatic API access.',
    renders: ['application/json'],
    parses: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
    actions: {
      POST: {
        uuid: field('string', 'Uuid'),
        name: field('string', 'Name'),
        token_prefix: field('string', 'Token prefix'),
        scopes: list('Scopes'),
        ...(has(generation, 'bindings') && {
          allowed_scopes: { type: 'field', required: false, read_only: true, label: 'Allowed scopes' },
        }),
        ...(has(generation, 'networks') && { allowed_networks: list('Allowed networks') }),
        expires_at: field('datetime', 'Expires at'),
        is_active: field('boolean', 'Is active'),
        last_used_at: field('datetime', 'Last used at'),
        last_used_ip: field('string', 'Last used ip'),
        use_count: field('integer', 'Use count'),
        created: field('datetime', 'Created'),
      },
    },
  }
}
