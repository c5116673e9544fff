/**
 * Keys that an input method uses: Escape undoes what is being composed, Enter picks it. They mean nothing else, so no
 * handler gets them, neither ours nor a library's. Safari ends the composition before its last key, which then has only
 * the old code.
 */
addEventListener(
  'keydown',
  (event) => {
    if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation()
  },
  { capture: true },
)
