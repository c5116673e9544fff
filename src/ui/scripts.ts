/** The scripts after the first. scripts/scriptLinks.ts names them in index.html, with their `integrity`. */
export type Script = 'start' | 'app' | 'page' | 'dialogs'

const coming = new Map<Script, Promise<void>>()

/**
 * Fetches a script with its `integrity`, so that the browser rejects one that changed since the build. `import()` alone
 * would run it.
 * @returns resolves when it may be imported; rejects if it cannot be loaded, and the next call tries again
 */
export function fetchScript(script: Script): Promise<void> {
  const known = coming.get(script)
  if (known !== undefined) return known
  const fetched = fetchNamed(script)
  coming.set(script, fetched)
  fetched.catch(() => coming.delete(script))
  return fetched
}

/** Without such links, as in development and in old browsers, the script loads when it is imported. */
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
