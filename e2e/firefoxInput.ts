import type { BrowserContext } from 'playwright/test'

/**
 * Over WebDriver BiDi, Playwright's `fill` sets a field's `value`, which React doesn't notice. It does so by a function
 * that it puts into the page; ours, which it can't replace, enters the text as a user does.
 */
export const enterTextAsUsers = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Object.defineProperty(window, '__pw_bidiInsertText', {
      get: () => (text: string) => document.execCommand('insertText', false, text),
      // A read-only property would make the assignment throw.
      set() {},
    })
  })
