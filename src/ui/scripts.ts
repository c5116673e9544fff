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

/** Without such elements, as in development and in old browsers, the script loads when it is imported. */
function fetchNamed(script: Script): Promise<void> {
  const name = `[data-script="${script}"]`
  // One that the page has loaded itself can't be preloaded in Firefox: that link would fail.
  const running = document.querySelector<HTMLScriptElement>(`script${name}`)
  if (running) return loaded(running)
  const links = document.querySelector<HTMLTemplateElement>('template#scripts')
  const link = links?.content.querySelector<HTMLLinkElement>(name)?.cloneNode()
  if (!(link instanceof HTMLLinkElement) || !link.relList.supports('modulepreload')) return Promise.resolve()
  const fetched = loaded(link)
  document.head.append(link)
  return fetched
}

const loaded = (element: HTMLElement) =>
  new Promise<void>((resolve, reject) => {
    element.onload = () => resolve()
    element.onerror = reject
  })
