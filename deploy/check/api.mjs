import { adviceFor, ask, isObject, JSON_ONLY, parsed, TOKENS, unusable } from './ask.mjs'
import { checkAsCaller } from './caller.mjs'

/** @param token a personal access token; undefined without one */
export async function checkApi(report, page, api, token) {
  const { say, check, checkCaching } = report
  const isCross = api.origin !== page.origin
  const asked = { ...JSON_ONLY, ...(isCross && { Origin: page.origin }) }
  const [configuration, ...strangers] = await Promise.all(
    ['/api/configuration/', '/api/users/me/', TOKENS].map((path) => ask(new URL(path, api), asked)),
  )
  if (configuration.status !== 200 || !isObject(parsed(configuration.body)))
    return say('change', unusable(configuration, 'Waldur'), adviceFor(configuration, isCross))
  say('ok', `Waldur responds at ${api.origin}/api/.`)
  if (parsed(configuration.body).WALDUR_CORE?.PAT_ENABLED === false)
    say('change', 'Personal access tokens are turned off in Waldur.', 'Turn on its setting PAT_ENABLED.')
  // Servers in front often pass on the two separately.
  const others = strangers.filter(({ status, body }) => status !== 401 || parsed(body)?.detail === undefined)
  for (const other of others) say('change', unusable(other, 'Waldur’s 401'), adviceFor(other, isCross))
  if (others.length === 0) say('ok', 'Waldur itself rejects requests without a session.')
  // Waldur knows no GET there, but whatever it says is JSON.
  const signIn = await ask(new URL('/api-auth/password/', api), asked)
  const isPassedOn = [401, 403, 405, 429].includes(signIn.status) && isObject(parsed(signIn.body))
  const both = 'Pass /api-auth/ on to MasterMind, as /api/: without it, nobody can sign in.'
  check(isPassedOn, 'Waldur also responds at /api-auth/.', unusable(signIn, 'Waldur’s sign-in'), both)
  const drift = Math.abs(Date.parse(configuration.headers.date ?? '') - Date.now())
  if (drift > 60_000) say('note', `The clocks of Waldur and this computer differ by ${Math.round(drift / 1000)} s.`)
  if (isCross) await checkCors(report, page, api, [configuration, ...strangers, signIn])
  else checkCaching('Waldur’s response about tokens', strangers[1])
  if (others.length > 0) return
  if (token) return await checkAsCaller(report, api, token, isCross)
  say('note', 'Set WALDUR_TOKEN to also check compression, the address Waldur sees, sign-in keys and the release.')
}

/** What a CORS list may have instead of a name: `*` stands for every header but `Authorization`. */
const anyBut = (name) => (name === 'Authorization' ? undefined : '*')

async function checkCors({ say, check }, page, api, answers) {
  const paths = [
    [TOKENS, ['GET', 'POST', 'DELETE']],
    ['/api-auth/password/', ['POST']],
  ]
  const preflights = await Promise.all(
    paths.map(async ([path, methods]) => {
      const asked = { Origin: page.origin, 'Access-Control-Request-Method': methods.at(-1) }
      const headers = { ...asked, 'Access-Control-Request-Headers': 'authorization,content-type' }
      return { ...(await ask(new URL(path, api), headers, 'OPTIONS')), methods }
    }),
  )
  const listed = (name, from) => (from.headers[name] ?? '').toLowerCase().split(/[\s,]+/)
  const lets = ({ headers: sent }) => ['*', page.origin].includes(sent['access-control-allow-origin'])
  const everywhere = `Send Access-Control-Allow-Origin: ${page.origin} on /api/ and /api-auth/, on errors too.`
  const isLet =
    [...preflights, ...answers].every(lets) && preflights.every(({ status }) => status >= 200 && status < 300)
  check(
    isLet,
    'Waldur accepts requests from this page’s origin.',
    'Waldur doesn’t accept requests from this page’s origin.',
    everywhere,
  )
  const lacks = (name, wanted, from) =>
    wanted.filter((each) => ![each.toLowerCase(), anyBut(each)].some((text) => listed(name, from).includes(text)))
  for (const [name, wanted] of [
    ['access-control-allow-methods', ({ methods }) => methods],
    ['access-control-allow-headers', () => ['Authorization', 'Content-Type']],
  ]) {
    const lacking = new Set(preflights.flatMap((preflight) => lacks(name, wanted(preflight), preflight)))
    check(lacking.size === 0, `${name} is right.`, `${name} lacks ${[...lacking].join(', ')}.`, 'Add them.')
  }
  const hidden = lacks('access-control-expose-headers', ['Link', 'X-Result-Count', 'Date', 'Retry-After'], answers[0])
  const lost = {
    Link: 'it can’t go on to the next page of a list',
    'X-Result-Count': 'it can’t count a list',
    Date: 'it takes the time from the user’s computer',
    'Retry-After': 'it guesses how long to wait',
  }
  for (const name of hidden)
    say('change', `The page can’t read ${name}: ${lost[name]}.`, `Add ${name} to Access-Control-Expose-Headers.`)
  say('note', 'Across origins, the page sends no Idempotency-Key: a request that a browser repeats may be done twice.')
}
