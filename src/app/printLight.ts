const page = document.documentElement
const SCHEME = 'data-color-scheme'
let isDark = false

/** Paper is white, and the dark colors would be too pale to read there. */
addEventListener('beforeprint', () => {
  isDark ||= page.getAttribute(SCHEME) === 'dark'
  if (isDark) page.setAttribute(SCHEME, 'light')
})

addEventListener('afterprint', () => {
  if (isDark) page.setAttribute(SCHEME, 'dark')
  isDark = false
})
