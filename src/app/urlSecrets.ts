import { withoutHidden, withoutSecrets } from '../api/secretText.ts'

/** Parameters whose value is a secret, whatever it looks like. In lower case and without hyphens. */
const SECRET_KEYS = new Set([
  ...['token', 'accesstoken', 'apitoken', 'authtoken', 'xauthtoken', 'sessiontoken', 'privatetoken'],
  ...['idtoken', 'refreshtoken', 'authorization', 'apikey', 'secret', 'clientsecret', 'password', 'passwd', 'pwd'],
])

/** The characters that start a parameter, in the query or after the `#`. */
const MARK = /([?#&;])/

/**
 * A URL without the secrets in it: `?token=…` and the like are dropped, in the query and after the `#`, and
 * anything shaped like a secret is removed under any key and in the path. Any other URL stays exactly as it is.
 * @param url path, query and hash
 */
export const withoutUrlSecrets = (url: string): string => withoutKeys(url, withoutShapes)

/** @param cleaned applied to the path and to each parameter that stays */
function withoutKeys(url: string, cleaned: (part: string) => string): string {
  const [path = '', ...rest] = url.split(MARK)
  const kept = [cleaned(path)]
  // The next parameter takes over the "?" or "#" of a dropped one.
  let owed = ''
  for (let index = 0; index < rest.length; index += 2) {
    const [mark = '', parameter = ''] = rest.slice(index, index + 2)
    const first = mark === '&' || mark === ';' ? owed || mark : mark
    owed = ''
    if (isSecret(parameter)) owed = first === '&' || first === ';' ? '' : first
    else kept.push(first, cleaned(parameter))
  }
  return kept.join('')
}

function isSecret(parameter: string): boolean {
  const end = parameter.indexOf('=')
  if (end === -1) return false
  const key = withoutHidden(decoded(parameter.slice(0, end)))
  // Check the last part of "#/sign-in/password=…", and every part of "user[password]".
  const parts = key.slice(key.lastIndexOf('/') + 1).split(/[[\].]/)
  return parts.some((part) => SECRET_KEYS.has(part.replace(/[\s_-]/g, '').toLowerCase()))
}

/** Piece by piece, because a decoded "&" or "#" would change the meaning of the whole. */
const withoutShapes = (part: string): string =>
  part
    .split(/([/=])/)
    .map((piece) => {
      const text = decoded(piece)
      // A value can be another URL with its own parameters.
      const rest = withoutKeys(withoutSecrets(text), (part) => part)
      return rest === text ? piece : encodeURIComponent(rest)
    })
    .join('')

/** How many times a link may be wrapped in another one. */
const WRAPPED = 3

/** The decoded text; anything that is not UTF-8 stays as it is. A "%" encoded several times by itself counts as one. */
function decoded(piece: string): string {
  let text = piece.replaceAll('+', ' ').replace(/%(?:25)+(?=[\da-f]{2})/gi, '%')
  for (let layer = 0; layer < WRAPPED && text.includes('%'); layer++)
    text = text.replace(/(?:%[\da-f]{2})+/gi, decodedRun)
  return text
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    // Secrets are ASCII, so they are readable even beside invalid bytes.
    return run.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}
