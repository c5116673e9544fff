import { describe, expect, test } from 'vitest'
import { entityTypes } from './bindings.ts'
import { goodToken, inDays, start, tokensPath } from './testClient.ts'
import { hyphenated } from './wire.ts'

const wrongInstant =
  'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'
const uuid = '0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e'
const types = `[${entityTypes
  .toSorted()
  .map((type) => `'${type}'`)
  .join(', ')}]`

/** Rows of waldur-api.md 2.5: the fields that `owner` changes in a valid request, and the exact response. */
const fieldStage: [string, Record<string, unknown>, unknown][] = [
  ['blank name', { name: '  ' }, { name: ['This field may not be blank.'] }],
  ['null name', { name: null }, { name: ['This field may not be null.'] }],
  ['long name', { name: 'ä'.repeat(151) }, { name: ['Ensure this field has no more than 150 characters.'] }],
  ['name that is no text', { name: ['a'] }, { name: ['Not a valid string.'] }],
  ['null scopes', { scopes: null }, { scopes: ['This field may not be null.'] }],
  ['text for scopes', { scopes: 'X' }, { scopes: ['Expected a list of items but got type "str".'] }],
  ['object for scopes', { scopes: {} }, { scopes: ['Expected a list of items but got type "dict".'] }],
  ['number for scopes', { scopes: 1 }, { scopes: ['Expected a list of items but got type "int".'] }],
  ['null in scopes', { scopes: ['ORDER.LIST', null] }, { scopes: { '1': ['This field may not be null.'] } }],
  ['object in scopes', { scopes: [{}] }, { scopes: { '0': ['Not a valid string.'] } }],
  ['no scopes', { scopes: [] }, { scopes: ['At least one scope is required.'] }],
  ['unknown scopes', { scopes: ['X', 'ORDER.LIST', 'Y'] }, { scopes: ["Invalid scope(s): ['X', 'Y']"] }],
  ['quoted scope', { scopes: ["it's"] }, { scopes: [`Invalid scope(s): ["it's"]`] }],
  ['STAFF.ACCESS', { scopes: ['STAFF.ACCESS'] }, { scopes: ['Only staff users can request the STAFF.ACCESS scope.'] }],
  [
    'SUPPORT.ACCESS',
    { scopes: ['SUPPORT.ACCESS'] },
    { scopes: ['Only staff or support users can request the SUPPORT.ACCESS scope.'] },
  ],
  ['expiry now', { expires_at: inDays(0) }, { expires_at: ['Expiration must be in the future.'] }],
  ['expiry too far', { expires_at: inDays(366) }, { expires_at: ['Expiration cannot exceed 365 days from now.'] }],
  ['words for an expiry', { expires_at: 'tomorrow' }, { expires_at: [wrongInstant] }],
  ['30 February', { expires_at: '2027-02-30T00:00:00Z' }, { expires_at: [wrongInstant] }],
  ['null expiry', { expires_at: null }, { expires_at: ['This field may not be null.'] }],
  ['null bindings', { allowed_scopes: null }, { allowed_scopes: ['This field may not be null.'] }],
  [
    'text for bindings',
    { allowed_scopes: 'x' },
    { allowed_scopes: { non_field_errors: ['Expected a list of items but got type "str".'] } },
  ],
  [
    'bad bindings among good ones',
    { allowed_scopes: [{ type: 'project', uuid }, { type: 'zzz', uuid: '1' }, 'x', null, {}] },
    {
      allowed_scopes: [
        {},
        { type: [`Unknown scope type 'zzz'. Expected one of: ${types}.`], uuid: ['Must be a valid UUID.'] },
        { non_field_errors: ['Invalid data. Expected a dictionary, but got str.'] },
        ['This field may not be null.'],
        { type: ['This field is required.'], uuid: ['This field is required.'] },
      ],
    },
  ],
  ['null networks', { allowed_networks: null }, { allowed_networks: ['This field may not be null.'] }],
  [
    'number in networks',
    { allowed_networks: [1] },
    { allowed_networks: ['1 is not a valid IP address or CIDR network.'] },
  ],
  ['object in networks', { allowed_networks: [{}] }, { allowed_networks: { '0': ['Not a valid string.'] } }],
  [
    'empty network',
    { allowed_networks: [''] },
    { allowed_networks: ['Network ACL entries must be non-empty strings.'] },
  ],
  [
    'no network',
    { allowed_networks: ['home'] },
    { allowed_networks: ['home is not a valid IP address or CIDR network.'] },
  ],
  [
    'host bits',
    { allowed_networks: ['192.0.2.7/24'] },
    { allowed_networks: ['192.0.2.7/24 has host bits set; use 192.0.2.0/24 instead.'] },
  ],
  [
    'every address',
    { allowed_networks: ['::/0'] },
    { allowed_networks: ['::/0 allows every address; leave the list empty instead.'] },
  ],
]

describe('the field stage of create', () => {
  test.each(fieldStage)('%s', async (_name, change, body) => {
    const { sandbox, signedIn } = await start()
    const before = await sandbox.tokensOf('owner')
    const response = await (await signedIn('owner'))('POST', tokensPath, { ...goodToken, ...change })
    expect([response.status, response.json]).toEqual([400, body])
    expect(await sandbox.tokensOf('owner')).toEqual(before)
  })

  test('accepts a number as text and a date as its midnight, and keeps a repeated scope', async () => {
    const norole = await (await start()).signedIn('norole')
    const scopes = ['ORDER.LIST', 'ORDER.LIST']
    const response = await norole('POST', tokensPath, { name: 5, scopes, expires_at: '2026-10-01' })
    expect(response.status).toBe(201)
    expect(response.json).toMatchObject({ name: '5', scopes, expires_at: '2026-10-01T00:00:00+00:00' })
    const local = await norole('POST', tokensPath, { ...goodToken, expires_at: '2026-10-01T12:30' })
    expect(local.json).toMatchObject({ expires_at: '2026-10-01T12:30:00+00:00' })
  })

  test('reports the errors of all fields', async () => {
    const owner = await (await start()).signedIn('owner')
    const required = ['This field is required.']
    const response = await owner('POST', tokensPath, {})
    expect(response.text).toBe(JSON.stringify({ name: required, scopes: required, expires_at: required }))
  })

  test('uses the limits of the settings', async () => {
    const { sandbox, signedIn } = await start({ settings: { PAT_MAX_LIFETIME_DAYS: 7, PAT_MAX_ACL_ENTRIES: 1 } })
    const owner = await signedIn('owner')
    const late = await owner('POST', tokensPath, { ...goodToken, expires_at: inDays(8) })
    expect(late.json).toEqual({ expires_at: ['Expiration cannot exceed 7 days from now.'] })
    sandbox.settings.PAT_MAX_LIFETIME_DAYS = 365
    const many = await owner('POST', tokensPath, { ...goodToken, allowed_networks: ['192.0.2.1', '192.0.2.2'] })
    expect(many.json).toEqual({ allowed_networks: ['A token can have at most 1 network ACL entries.'] })
  })
})

describe('the envelope', () => {
  test('rejects a body that is not an object, not JSON or not sent as JSON', async () => {
    const owner = await (await start()).signedIn('owner')
    const list = await owner('POST', tokensPath, [])
    expect([list.status, list.json]).toEqual([
      400,
      { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
    ])
    const broken = await owner('POST', tokensPath, '{"name":')
    expect(broken.status).toBe(400)
    expect(broken.json).toEqual({ detail: 'JSON parse error - Expecting value: line 1 column 9 (char 8)' })
    const text = await owner('POST', tokensPath, 'name=x', { 'Content-Type': 'text/plain' })
    expect([text.status, text.json]).toEqual([415, { detail: 'Unsupported media type "text/plain" in request.' }])
  })
})

describe('the object stage of create', () => {
  test('rejects users without the flag, even staff, before anything else', async () => {
    const { sandbox, signedIn } = await start({ settings: { PAT_MAX_TOKENS_PER_USER: 0 } })
    await sandbox.setUser('staff', { canUsePats: false })
    for (const name of ['noflag', 'staff']) {
      const response = await (await signedIn(name))('POST', tokensPath, goodToken)
      const words = 'You are not allowed to create personal access tokens.'
      expect([response.status, response.json]).toEqual([400, { non_field_errors: [words] }])
    }
  })

  test('counts active tokens, including expired ones before the expiry job', async () => {
    const { sandbox, signedIn } = await start({ settings: { PAT_MAX_TOKENS_PER_USER: 2 } })
    const norole = await signedIn('norole')
    await sandbox.createToken('norole', { expires_at: inDays(-1) })
    expect((await norole('POST', tokensPath, goodToken)).status).toBe(201)
    const response = await norole('POST', tokensPath, goodToken)
    expect(response.json).toEqual({ non_field_errors: ['Maximum number of active tokens (2) reached.'] })
    await sandbox.runExpiryJob()
    expect((await norole('POST', tokensPath, goodToken)).status).toBe(201)
  })

  test('enforces the limit for simultaneous requests', async () => {
    const { signedIn } = await start({ settings: { PAT_MAX_TOKENS_PER_USER: 3 } })
    const norole = await signedIn('norole')
    const responses = await Promise.all(Array.from({ length: 8 }, () => norole('POST', tokensPath, goodToken)))
    expect(responses.filter(({ status }) => status === 201)).toHaveLength(3)
  })

  test('rejects bindings together with a global scope', async () => {
    const { signedIn } = await start()
    const body = { ...goodToken, scopes: ['STAFF.ACCESS'], allowed_scopes: [{ type: 'project', uuid }] }
    const response = await (await signedIn('staff'))('POST', tokensPath, body)
    const words = 'Entity bindings cannot be combined with STAFF.ACCESS or SUPPORT.ACCESS — those scopes are global.'
    expect(response.json).toEqual({ allowed_scopes: [words] })
  })

  test('names each invalid binding by its hyphenated uuid', async () => {
    const { sandbox, signedIn } = await start()
    const foreign = await sandbox.entity('project', 'Mécanique céleste')
    const own = await sandbox.entity('customer', 'Tartu Ülikool')
    const allowed_scopes = [
      { type: 'customer', uuid },
      { type: 'customer', uuid: foreign.uuid },
      { type: 'project', uuid: foreign.uuid },
      { type: 'customer', uuid: own.uuid },
    ]
    const response = await (await signedIn('owner'))('POST', tokensPath, { ...goodToken, allowed_scopes })
    expect([response.status, response.json]).toEqual([
      400,
      {
        allowed_scopes: [
          `customer with uuid ${hyphenated(uuid)} does not exist.`,
          `customer with uuid ${hyphenated(foreign.uuid)} does not exist.`,
          `You do not hold any of the requested permissions on project ${hyphenated(foreign.uuid)}.`,
        ],
      },
    ])
    const staff = await (await signedIn('staff'))('POST', tokensPath, {
      ...goodToken,
      allowed_scopes: allowed_scopes.slice(2),
    })
    expect(staff.status).toBe(201)
  })

  test('accepts descendants of a held entity, both uuid spellings, and scopes no one holds', async () => {
    const { sandbox, signedIn } = await start()
    const resource = await sandbox.entity('resource', 'magnetometer-arkiv')
    const body = {
      ...goodToken,
      scopes: ['RESOURCE.LIST', 'CALL.CREATE', 'RESOURCE.LIST'],
      allowed_scopes: [{ type: 'resource', uuid: hyphenated(resource.uuid).toUpperCase() }],
    }
    const response = await (await signedIn('owner'))('POST', tokensPath, body)
    expect(response.json).toMatchObject({ scopes: body.scopes, allowed_scopes: [{ type: 'resource', ...resource }] })
    const unheld = await (await signedIn('norole'))('POST', tokensPath, { ...goodToken, scopes: ['CALL.CREATE'] })
    expect(unheld.status).toBe(201)
  })
})
