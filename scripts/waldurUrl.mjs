/**
 * Reads WALDUR_URL: `{ origin }` to proxy to, `{ problem }` as one sentence, or `{}` if it is unset or empty. The
 * sentence never repeats the value, which may hold a password.
 */
export function readWaldurUrl(value = '') {
  const text = value.trim()
  if (text === '') return {}
  const fault = faultOf(text)
  if (!fault) return { origin: new URL(text).origin }
  return {
    problem: `WALDUR_URL must be the bare address of a Waldur, such as https://waldur.example.org, but it ${fault}.`,
  }
}

function faultOf(text) {
  // The URL parser also accepts "https:host", and reads "host:8000" as a scheme.
  if (!/^https?:\/\//i.test(text)) return 'does not start with http:// or https://'
  const url = parse(text)
  if (!url) return 'is not a valid URL'
  if (url.username || url.password) return 'contains a user name or a password'
  if (url.search || url.hash) return 'contains a query or a fragment'
  if (url.pathname !== '/') return `contains the path ${url.pathname}`
  return undefined
}

// Not URL.canParse: this runs before an old Node is refused.
function parse(text) {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
