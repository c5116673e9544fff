/**
 * Reads WALDUR_URL: `{ origin }` to proxy to, `{ problem }` as one sentence, or `{}` if it is unset or empty. The
 * sentence never repeats the value, which may contain a password.
 */
export function readWaldurUrl(value = '') {
  const text = value.trim()
  if (text === '') return {}
  const mistake = mistakeIn(text)
  if (!mistake) return { origin: new URL(text).origin }
  return {
    problem: `WALDUR_URL ${mistake}. Set it to the origin of a Waldur server, such as https://waldur.example.org.`,
  }
}

function mistakeIn(text) {
  // The URL parser also accepts "https:host", and reads "host:8000" as a scheme.
  if (!/^https?:\/\//i.test(text)) return "doesn't start with http:// or https://"
  const url = parse(text)
  if (!url) return "isn't a URL"
  if (url.username || url.password) return 'contains a username or password'
  if (url.search || url.hash) return 'contains a query or a fragment'
  if (url.pathname !== '/') return `contains the path ${url.pathname}`
  return undefined
}

// Not URL.canParse, which an old Node lacks: this runs before Node's version is checked.
function parse(text) {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
