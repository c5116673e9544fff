/** Everything that the page renders, and the page itself. MUI appends its dialogs, menus and lists to the body. */
const OURS = '#root, [class*="Mui"]'

/**
 * An open dialog of MUI takes the focus back from everything outside. But a password manager or a translator that puts
 * its own field over the page must be able to keep it, so MUI doesn't hear of that. Its listener comes after this one.
 */
document.addEventListener('focusin', (event) => {
  const { target } = event
  if (target instanceof Element && target !== document.body && target.closest(OURS) === null) {
    event.stopImmediatePropagation()
  }
})
