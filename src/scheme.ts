// A script of its own, which the page waits for before it is painted: it marks what was chosen as MUI keeps and marks it,
// else what HomePort shows, where that was followed the last time (app/homeportLook.ts): the settings come later.
{
  let scheme: string | null = null
  try {
    const { localStorage } = window
    const isFollowed = localStorage.getItem('waldur-tokens.homeport-look') !== null
    scheme = localStorage.getItem('mui-mode') ?? (isFollowed ? localStorage.getItem('waldur/theme/name') : null)
  } catch {
    // The browser forbids storage: the colours are the system's.
  }
  if (scheme === 'light' || scheme === 'dark') document.documentElement.setAttribute('data-color-scheme', scheme)
}
