// A script of its own, which the page waits for before it is painted: it marks what was chosen as MUI keeps and marks it,
// else what HomePort shows on this origin. Whether that is shared is known later, see main.ts.
{
  let scheme: string | null = null
  try {
    scheme = window.localStorage.getItem('mui-mode') ?? window.localStorage.getItem('waldur/theme/name')
  } catch {
    // The browser forbids storage: the colours are the system's.
  }
  if (scheme === 'light' || scheme === 'dark') document.documentElement.setAttribute('data-color-scheme', scheme)
}
