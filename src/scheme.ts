// A blocking script that sets the color scheme before the first paint: the user's choice, stored and marked as MUI
// does, or HomePort's if the last visit followed it (app/homeportLook.ts), because the settings are not loaded yet.
{
  let scheme: string | null = null
  try {
    const { localStorage } = window
    const isFollowed = localStorage.getItem('waldur-tokens.homeport-look') !== null
    scheme = localStorage.getItem('mui-mode') ?? (isFollowed ? localStorage.getItem('waldur/theme/name') : null)
  } catch {
    // The browser forbids storage, so the system's colors apply.
  }
  if (scheme === 'light' || scheme === 'dark') document.documentElement.setAttribute('data-color-scheme', scheme)
}
