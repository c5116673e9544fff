import { describe, expect, test } from 'vitest'
import { tokenWith } from '../tokenCases.ts'
import { ownQueues, queuesOf } from './queues.ts'

const me = '0'.repeat(32)
const end = '2027-03-01T12:00:00+00:00'
const start = `w_${Date.parse(end) / 1000}`.slice(0, 8)

const token = tokenWith({ name: 'agent', expires_at: end })

const queue = { user_uuid: me, auth_kind: 'pat', auth_token_prefix: start, auth_token_name: 'agent' }

const found = (queues: (typeof queue)[]) => queuesOf(token, ownQueues(queues, me, true)).length

describe('a queue', () => {
  test.each([
    ['of this name and prefix', queue, 1],
    ['of another name', { ...queue, auth_token_name: 'Agent' }, 0],
    ['of another prefix', { ...queue, auth_token_prefix: 'w_179999' }, 0],
    ['of somebody else', { ...queue, user_uuid: '2'.repeat(32) }, 0],
    ['that was registered with a sign-in', { ...queue, auth_kind: 'token' }, 0],
    ['with a longer start of the same secret', { ...queue, auth_token_prefix: `w_${Date.parse(end) / 1000}_AbCd` }, 1],
    ['with a longer start of another secret', { ...queue, auth_token_prefix: `${start}0000_AbCd` }, 0],
    ['without a prefix', { ...queue, auth_token_prefix: '' }, 0],
  ] as const)('%s', (_what, registered, count) => {
    expect(found([registered])).toBe(count)
  })
})

describe('whether there may be more', () => {
  test.each([
    ['if everything is known', [queue], true, false],
    ['if there are none', [], true, false],
    ['if some were not read', [queue], false, true],
    ['if Waldur does not show the credential (8.1.2)', [{ ...queue, auth_kind: null }], true, true],
    ['if it was registered before Waldur recorded the credential', [{ ...queue, auth_kind: '' }], true, true],
    ['not if only another user’s is unknown', [{ ...queue, auth_kind: null, user_uuid: '2'.repeat(32) }], true, false],
  ])('%s', (_what, queues, isWhole, areSome) => {
    expect(ownQueues(queues, me, isWhole).areSome).toBe(areSome)
  })
})
