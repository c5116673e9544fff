import type { BrowserContext, Page } from 'playwright/test'

// HomePort, reduced to what matters here: a page of the same origin that keeps its sign-in in local storage, in entries
// with these names (waldur-api, section 1.6).

/** The setting of a deployment that shares HomePort's sign-in. */
export const HOMEPORT = { config: { homeportSession: 'localStorage' } } as const

export async function openHomeport(context: BrowserContext, origin: string): Promise<Page> {
  const homeport = await context.newPage()
  await homeport.goto(`${origin}/identity-provider/`)
  return homeport
}

/** @param entries further ones, such as `impersonation` */
export const signInToHomeport = (homeport: Page, token: string, entries: Record<string, string> = {}): Promise<void> =>
  homeport.evaluate(
    (stored) => {
      for (const [key, value] of Object.entries(stored)) localStorage.setItem(`waldur/auth/${key}`, value)
    },
    { method: 'local', ...entries, token },
  )

export const stopActingAs = (homeport: Page): Promise<void> =>
  homeport.evaluate(() => localStorage.removeItem('waldur/auth/impersonation'))

export const signOutOfHomeport = (homeport: Page): Promise<void> => homeport.evaluate(() => localStorage.clear())

/** The token that HomePort holds; null if no one is signed in there. */
export const tokenInHomeport = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('waldur/auth/token'))
