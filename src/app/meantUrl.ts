/** Parameters whose values end in a letter or a digit. The others may contain any text. */
const LAST_VALUE = /([?&#](?:show|ends|sort|columns|scopes|bind|network|days)=)([^?&#]*)$/

/** What a sentence puts behind a link. */
const BEHIND = /(?<![.,;!)\]}>'"*])[.,;!)\]}>'"*]+$/

/** The same behind a path, perhaps encoded. A path of the app ends in a letter or a digit. */
const BEHIND_PATH = /(?<=[\w-])(?<!%[\da-f]{2}|[^\w/%-])(?:%[\da-f]{2}|[^\w/%-])+$/i

/**
 * The URL that a link means that was damaged on the way: copied from HTML ("&amp;"), with an encoded "#" or "?", or with
 * the end of the sentence around it. A request for a token after a "?" is moved after the "#", where it belongs, because
 * servers don't log that.
 * @param url path, query and hash
 */
export function meantUrl(url: string): string {
  const opened = url
    .replaceAll('&amp;', '&')
    .replace(
      /^([^?#]*?)%(23|3f)([^?#]*)/i,
      (_all, path: string, mark: string, rest: string) =>
        `${path}${mark === '23' ? '#' : '?'}${rest.includes('=') ? rest : decoded(rest)}`,
    )
  const [path = ''] = /^[^?#]*/.exec(opened) ?? []
  const rest = opened.slice(path.length)
  const meant = path.replace(BEHIND_PATH, '')
  return `${meant}${asked(meant, rest)}`.replace(
    LAST_VALUE,
    (_all, key: string, value: string) => key + value.replace(BEHIND, ''),
  )
}

const asked = (path: string, rest: string): string =>
  path.endsWith('/tokens/new') && /^\?(.*&)?(name|scopes|bind|network|days)=[^#]*$/s.test(rest)
    ? `#${rest.slice(1)}`
    : rest

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
