import { clean, replaceUrl } from './cleanUrl.ts'
import { meantUrl } from './meantUrl.ts'

/** A damaged link is read as it was meant. What comes out may contain a secret that was hidden before. */
function mend(): void {
  if (replaceUrl(meantUrl)) clean()
}

// Before the router reads the URL.
mend()
addEventListener('popstate', mend, { capture: true })
