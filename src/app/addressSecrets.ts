import { withoutHidden, withoutSecrets } from '../tokens/rules/secretText.ts'

/** Parameters whose value is a secret, whatever it looks like; in lower case. */
const SECRET_KEYS = new Set([
  ...['token', 'access_token', 'api_token', 'auth_token', 'x-auth-token', 'authorization'],
  ...['api_key', 'apikey', 'secret', 'password'],
])

/** What begins a parameter, in the query or after the `#`. */
const MARK = /([?#&;])/

/**
 * An address without the secrets in it: `?token=…` and its like are dropped, in the query and after the `#`; what has
 * the shape of a secret is taken out under any key and in the path. Any other address stays as it is, letter by letter.
 * @param address path, query and hash
 */
export function withoutAddressSecrets(address: string): string {
  const [path = '', ...rest] = address.split(MARK)
  const kept = [withoutShapes(path)]
  // Of a dropped parameter the "?" or "#" goes on to the next one.
  let owed = ''
  for (let index = 0; index < rest.length; index += 2) {
    const [mark = '', parameter = ''] = rest.slice(index, index + 2)
    const first = mark === '&' || mark === ';' ? owed || mark : mark
    owed = ''
    if (isSecret(parameter)) owed = first === '&' || first === ';' ? '' : first
    else kept.push(first, withoutShapes(parameter))
  }
  return kept.join('')
}

function isSecret(parameter: string): boolean {
  const end = parameter.indexOf('=')
  return (
    end !== -1 &&
    SECRET_KEYS.has(
      withoutHidden(decoded(parameter.slice(0, end)))
        .trim()
        .toLowerCase(),
    )
  )
}

/** Piece by piece: a decoded "&" or "#" would mean something else in the whole. */
const withoutShapes = (part: string): string =>
  part
    .split(/([/=])/)
    .map((piece) => {
      const text = decoded(piece)
      const rest = withoutSecrets(text)
      return rest === text ? piece : encodeURIComponent(rest)
    })
    .join('')

/** How often a link may have been wrapped in another one. */
const WRAPPED = 3

/** What it stands for; what is not UTF-8 stays as it is. */
function decoded(piece: string): string {
  let text = piece.replaceAll('+', ' ')
  for (let layer = 0; layer < WRAPPED && text.includes('%'); layer++)
    text = text.replace(/(?:%[\da-f]{2})+/gi, decodedRun)
  return text
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    // Secrets are ASCII, and can be read beside a byte that means nothing.
    return run.replace(/%([0-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}
