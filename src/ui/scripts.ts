/** The scripts that come after the first one: scripts/scriptLinks.ts names them in index.html, with their `integrity`. */
export type Script = 'start' | 'app' | 'page' | 'late'

const coming = new Map<Script, Promise<void>>()

/**
 * Has the browser fetch a script, and refuse one that was changed since the build: `import()` alone would run it.
 * @returns when it may be imported; fails where it cannot be had, and is fetched anew the next time
 */
export function fetchScript(script: Script): Promise<void> {
  const known = coming.get(script)
  if (known !== undefined) return known
  const fetched = fetchNamed(script)
  coming.set(script, fetched)
  fetched.catch(() => coming.delete(script))
  return fetched
}

/** In development there is none, and a browser without such links imports it when it is needed. */
function fetchNamed(script: Script): Promise<void> {
  const links = document.querySelector<HTMLTemplateElement>('template#scripts')
  const link = links?.content.querySelector<HTMLLinkElement>(`[data-script="${script}"]`)?.cloneNode()
  if (!(link instanceof HTMLLinkElement) || !link.relList.supports('modulepreload')) return Promise.resolve()
  return new Promise((resolve, reject) => {
    link.onload = () => resolve()
    link.onerror = reject
    document.head.append(link)
  })
}
