const blank = /[ \t\n\r]*/y
const scalar = /null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y
const constant = /-?Infinity|NaN/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

class Broken extends Error {}

/**
 * The message of Python's JSON decoder for a text that is not JSON, with the position: `Expecting ':' delimiter: line 1
 * column 5 (char 4)`. It never quotes the text, which may hold a password. Null if Python accepts the text.
 */
export function brokenJson(text: string): string | null {
  let at = 0
  const fail = (what: string, place = at): never => {
    const before = text.slice(0, place)
    const column = place - before.lastIndexOf('\n')
    throw new Broken(`${what}: line ${before.split('\n').length} column ${column} (char ${place})`)
  }
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found
  }
  const takes = (sign: string) => {
    take(blank)
    if (text[at] !== sign) return false
    at += 1
    return true
  }

  function string(): void {
    const start = at
    at += 1
    for (let sign = text[at]; sign !== '"'; sign = text[at]) {
      if (sign === undefined) fail('Unterminated string starting at', start)
      else if (sign < ' ') fail('Invalid control character at')
      else if (sign !== '\\') at += 1
      else if (take(escaped) === undefined) {
        if (text[at + 1] === undefined) fail('Unterminated string starting at', start)
        else if (text[at + 1] === 'u') fail('Invalid \\uXXXX escape', at + 1)
        else fail('Invalid \\escape')
      }
    }
    at += 1
  }

  function object(): void {
    if (takes('}')) return
    do {
      take(blank)
      if (text[at] !== '"') fail('Expecting property name enclosed in double quotes')
      string()
      if (!takes(':')) fail("Expecting ':' delimiter")
      take(blank)
      value()
    } while (takes(','))
    if (!takes('}')) fail("Expecting ',' delimiter")
  }

  function list(): void {
    if (takes(']')) return
    do {
      take(blank)
      value()
    } while (takes(','))
    if (!takes(']')) fail("Expecting ',' delimiter")
  }

  function value(): void {
    if (text[at] === '"') string()
    else if (takes('{')) object()
    else if (takes('[')) list()
    else if (take(scalar) === undefined) {
      const name = take(constant)
      if (name !== undefined) throw new Broken(`Out of range float values are not JSON compliant: '${name}'`)
      fail('Expecting value')
    }
  }

  try {
    take(blank)
    value()
    take(blank)
    if (at < text.length) fail('Extra data')
    return null
  } catch (error) {
    if (error instanceof Broken) return error.message
    throw error
  }
}
