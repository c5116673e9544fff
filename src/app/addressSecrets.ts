import { withoutSecrets } from '../tokens/rules/secretText.ts'

/** Parameters whose value is a secret, whatever it looks like; in lower case. */
const SECRET_KEYS = new Set([
  ...['token', 'access_token', 'api_token', 'auth_token', 'x-auth-token', 'authorization'],
  ...['api_key', 'apikey', 'secret', 'password'],
])

/**
 * An address without the secrets in it: `?token=…` and its like are dropped, in the query and after the `#`, and a
 * personal access token anywhere is cut to its beginning. Any other address stays as it is, letter by letter.
 * @param address path, query and hash
 */
export function withoutAddressSecrets(address: string): string {
  const kept = address.replace(/([?#&;])([^=?#&;]*)=[^?#&;]*/g, (parameter, mark: string, key: string) =>
    SECRET_KEYS.has(decoded(key).trim().toLowerCase()) ? mark : parameter,
  )
  const tidy = kept === address ? kept : kept.replace(/([?#&;])[&;]+/g, '$1').replace(/[?#&;]+(?=#|$)/g, '')
  // Piece by piece: a decoded "&" or "#" would mean something else in the whole.
  return tidy
    .split(/([/?#&;=])/)
    .map((piece) => {
      const text = decoded(piece)
      const rest = withoutSecrets(text)
      return rest === text ? piece : encodeURIComponent(rest)
    })
    .join('')
}

/** What is not UTF-8 stays as it is. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece.replaceAll('+', ' '))
  } catch {
    return piece
  }
}
