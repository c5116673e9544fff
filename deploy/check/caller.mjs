import { isIPv6 } from 'node:net'
import { adviceFor, ask, isObject, JSON_ONLY, parsed, TOKENS, unusable } from './ask.mjs'

/** An address for documentation (RFC 5737), which no caller has. */
const FORGED = '203.0.113.77'

export async function checkAsCaller(report, api, token, isCross) {
  const { say, check } = report
  const as = { ...JSON_ONLY, Authorization: `Bearer ${token}` }
  const me = await ask(new URL('/api/users/me/?field=uuid&field=token', api), as)
  if (me.status !== 200) {
    return say('change', `Waldur rejects WALDUR_TOKEN: ${me.status}.`, 'Create another one and run this again.')
  }
  if (!isObject(parsed(me.body))) {
    const gateway = 'Let requests with a token through: something in between answers for Waldur.'
    return say('change', unusable(me, 'Waldur'), gateway)
  }
  const shielded = 'See docs/deployment.md, “A token and its owner’s sign-in key”.'
  const hasKey = typeof parsed(me.body).token === 'string'
  check(!hasKey, 'A token can’t read its owner’s sign-in key.', 'A token can read its owner’s sign-in key.', shielded)
  const seen = await addressSeen(api, as)
  if (seen) {
    const isProxy = isPrivate(seen) && seen !== me.localAddress
    const trust = 'Let the server in front of Waldur pass on the caller’s address: docs/deployment.md, REAL_IP_FROM.'
    check(
      !isProxy,
      `Waldur sees you at ${seen}. If that isn’t you, tokens limited to addresses fail.`,
      `Waldur sees you at ${seen}, which is probably a proxy.`,
      trust,
    )
    const isForged = (await addressSeen(api, { ...as, 'X-Forwarded-For': FORGED })) === FORGED
    const clean = 'Replace X-Forwarded-For with the true address, so that limits to addresses can’t be evaded.'
    check(!isForged, 'A caller can’t forge the address.', 'A caller can forge the address.', clean)
  }
  const tokens = await ask(new URL(TOKENS, api), as)
  if (parsed(tokens.body) === undefined) return say('change', unusable(tokens, 'Waldur'), adviceFor(tokens, isCross))
  const isPacked = !['identity', undefined].includes(tokens.headers['content-encoding'])
  const length = `Turn compression off for ${TOKENS}: the length of a response may reveal a secret.`
  check(!isPacked, 'Responses about tokens aren’t compressed.', 'Responses about tokens are compressed.', length)
  await sayRelease(report, api, tokens)
}

const addressSeen = async (api, headers) =>
  parsed((await ask(new URL('/api/users/me/?field=uuid&field=ip_address', api), headers)).body)?.ip_address

/** Judges by the same signs as the page: src/app/release.ts. */
async function sayRelease({ say }, api, tokens) {
  const words = await ask(new URL('/api/metadata/permissions/', api), JSON_ONLY)
  const row = parsed(tokens.body)?.[0]
  if (!isObject(row)) return say('note', 'The release of Waldur isn’t known: there is no list of tokens.')
  const has = (permission) => words.body.includes(`"${permission}"`)
  const [places, networks] = ['allowed_scopes' in row, 'allowed_networks' in row]
  const queues = networks && has('PROJECT.SET_SLUG')
  const newer = queues ? (has('OFFERING.UPDATE_ENDPOINT') ? '8.1.4' : '8.1.3') : '8.1.2'
  say('ok', `This is Waldur ${places ? (networks ? newer : '8.0.9') : '8.0.7'} or similar.`)
  const lacks = [
    ...(places ? [] : ['limiting tokens to places']),
    ...(networks ? [] : ['limiting tokens to IP addresses', 'the activity of a token']),
    ...(queues ? [] : ['event queues of a token']),
  ]
  if (lacks.length > 0) say('note', `Missing there, and on the page: ${lacks.join(', ')}.`)
}

const isPrivate = (address) =>
  isIPv6(address)
    ? /^(::1$|f[cd]|fe80)/i.test(address)
    : /^(10|127|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(address)
