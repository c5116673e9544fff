// Runs before anything else, in any browser: its syntax is that of 2009, and scripts/firstScript.ts keeps it so.
;(function () {
  var page = document.documentElement,
    isOld = true,
    scheme: string | null | undefined,
    storage: Storage
  try {
    storage = window.localStorage
    // The user's choice, stored and marked as MUI does, or HomePort's if the last visit followed it
    // (app/homeportLook.ts), because the settings are not loaded yet.
    scheme = storage.getItem('mui-mode')
    if (!scheme && storage.getItem('waldur-tokens.homeport-look')) scheme = storage.getItem('waldur/theme/name')
  } catch (_forbidden) {
    // The browser forbids storage, so its own settings apply.
  }
  if (scheme === 'light' || scheme === 'dark') page.setAttribute('data-color-scheme', scheme)
  // For the sentences of index.html, which app/frame.css shows.
  page.setAttribute('data-speaks', (navigator.language || '').slice(0, 2))
  // The newest features that the page cannot do without: the first in Firefox (127), the second in Chrome (123) and
  // Safari (17.5). README.md names the browsers that are supported.
  try {
    isOld = !('union' in Set.prototype && CSS.supports('color', 'light-dark(red, red)'))
  } catch (_missing) {
    // One of these objects is missing, so `isOld` stays true.
  }
  if (isOld) page.setAttribute('data-old', '')
})()
