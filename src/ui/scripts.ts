import { basePath } from '../api/deployment.ts'

/** A script with a part of the page. scripts/scriptLinks.ts names it in index.html, as any other after the first. */
export type Script = 'start' | 'app' | 'page' | 'dialogs'

const coming = new Map<string, Promise<void>>()

/**
 * Fetches a script with its `integrity`, so that the browser rejects one that changed since the build. `import()` alone
 * would run it.
 * @param script a `Script`, or the name of a language's file
 * @returns resolves when it may be imported; rejects if it cannot be loaded, which nobody has to handle, and the next
 * call tries again
 */
export function fetchScript(script: string): Promise<void> {
  const known = coming.get(script)
  if (known !== undefined) return known
  const fetched = fetchNamed(script)
  coming.set(script, fetched)
  fetched.catch(() => coming.delete(script))
  return fetched
}

async function fetchNamed(script: string): Promise<void> {
  // In development and in unit tests, index.html names none, and the script loads when it is imported.
  if (!import.meta.env.PROD) return
  const name = `[data-script="${script}"]`
  // One that the page has loaded itself can't be preloaded in Firefox: that link would fail.
  const running = document.querySelector<HTMLScriptElement>(`script${name}`)
  if (running) return loaded(running)
  const links = document.querySelector<HTMLTemplateElement>('template#scripts')
  const named = links?.content.querySelector<HTMLLinkElement>(name)
  if (!named) return
  const link = document.importNode(named)
  link.href = basePath + link.getAttribute('href')
  // A script that couldn't be loaded stays so in Firefox and Safari until a reload, and Safari imports one whose
  // preloading `integrity` forbade. A `fetch` that failed prevents both; what it leaves in the cache is loaded next. One
  // that was damaged on its way may be in the cache for a year, so that no reload of the page would help.
  const { href, integrity } = link
  await fetch(href, { integrity }).catch(() => fetch(href, { integrity, cache: 'reload' }))
  document.head.append(link)
  await loaded(link)
}

const loaded = (element: HTMLElement) =>
  new Promise<void>((resolve, reject) => {
    element.onload = () => resolve()
    element.onerror = reject
  })
