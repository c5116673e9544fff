/** Parameters whose values end in a letter or a digit. The others may contain any text. */
const LAST_VALUE = /([?&#](?:show|ends|sort|columns|scopes|bind|network|days)=)([^?&#]*)$/

/**
 * What a sentence puts behind a link, perhaps encoded. A path of the app ends in a letter or a digit, and so do those
 * values, or in the two colons of an IPv6 address.
 */
const BEHIND = /(?<=[\w-])(?<!%[\da-f]{2}|[^\w/%-])(?:(?!::|%3a)(?:%[\da-f]{2}|[^\w/%-]))+$/i

/**
 * What a chat or a text puts behind a link together with words: `<URL|words>`, `URL's`, `[URL](URL)`. A uuid is never
 * followed by anything, and the other paths of the app not by more in the same segment.
 */
const WORDS_BEHIND =
  /(?<=\/tokens\/[\da-f-]{32,36})(?:%[\da-f]{2}|[^\w/%-]).*$|(?<=\/tokens(?:\/new)?)(?:%[\da-f]{2}|[^\w/%-])[^/]*$/is

/**
 * What a link meant that was damaged on the way: copied from HTML ("&amp;"), with "#" or "?" encoded once or more, or
 * with the end of the sentence around it. A request for a token after a "?" is moved after the "#", where it belongs,
 * because servers don't log that.
 * @param url path, query and hash
 */
export function meantUrl(url: string): string {
  const opened = onceEncoded(url)
    .replace(/&(amp;|#38;|#x26;)+/gi, '&')
    // A link in a page may stand in brackets or quotes: `&lt;https://…&gt;`.
    .replace(/&(quot|apos|[gl]t|#3[49]);/g, '"')
    .replace(
      /^([^?#]*?)%(23|3f)([^?#]*)/i,
      (_all, path: string, mark: string, rest: string) =>
        `${path}${mark === '23' ? '#' : '?'}${rest.includes('=') ? rest : decoded(rest)}`,
    )
  const [path = ''] = /^[^?#]*/.exec(opened) ?? []
  const rest = opened.slice(path.length)
  const meant = path.replace(WORDS_BEHIND, '').replace(BEHIND, '')
  return `${meant}${asked(meant, rest)}`.replace(
    LAST_VALUE,
    (_all, key: string, value: string) => key + value.replace(/[|'\]].*$/s, '').replace(BEHIND, ''),
  )
}

/** Each further encoding of a link turns its "%" into "%25". */
const onceEncoded = (url: string): string =>
  /^[^?#]*%25(25)*(23|3f)/i.test(url) ? onceEncoded(url.replaceAll('%25', '%')) : url

const asked = (path: string, rest: string): string =>
  /\/tokens\/new\/?$/.test(path) && /^\?([^#]*&)?(name|scopes|bind|network|days)=/.test(rest)
    ? `#${rest.slice(1).replace('#', '&')}`
    : rest

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
