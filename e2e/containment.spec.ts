import type { Page } from 'playwright/test'
import { fillCreate, openCreate, submit } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { BUG } from './guard.ts'
import type { Place } from './secretPlaces.ts'
import { findSecret, heapText, placesOf } from './secretPlaces.ts'
import { endSessionElsewhere, readSecret, rotate, signIn, tokenRow, tokensPath } from './steps.ts'

/** Where the secret may be, and is, at each moment; it is nowhere else. */
const HOLDS = {
  'open and hidden': [],
  shown: ['accessibility tree', 'document', 'visible text'],
  'hidden again': [],
  copied: [],
  'copied by hand': ['accessibility tree', 'document', 'selection', 'visible text'],
  'shown, on paper': ['document'],
  'asked before closing': [],
  'session ended while shown': [],
  'in another tab': [],
  'signed out in another tab': [],
  closed: [],
  'a second later': [],
  'on another page': [],
  'after Back': [],
  'after a reload': [],
  'after a crash': [],
  downloaded: [],
  // What was sent is remembered here, by the test, for as long as it runs.
  tested: ['request headers'],
  'closed after a test': ['request headers'],
  'closed while being tested': ['request headers'],
  'after an answer cut in its middle': [],
  'after a lost answer, looked into': [],
  'signed out': [],
} as const satisfies { [moment: string]: readonly Place[] }

async function look(page: Page, secret: string, moment: keyof typeof HOLDS): Promise<void> {
  expect((await findSecret(page, secret)).sort(), `places that hold the secret: ${moment}`).toEqual(HOLDS[moment])
}

/** Also asks the browser's memory, which takes its time. */
async function lookEverywhere(page: Page, secret: string, moment: keyof typeof HOLDS): Promise<void> {
  await look(page, secret, moment)
  expect((await heapText(page)).includes(secret), `the heap holds the secret: ${moment}`).toBe(false)
}

const acceptPrompts = (page: Page) => page.on('dialog', (prompt) => void prompt.accept())

test.describe('a secret', () => {
  test.beforeEach(async ({ sandbox }) => {
    await sandbox.createToken('norole', { name: 'ci' })
  })

  test('is where one looks at it while one does, and nowhere afterwards', async ({ page, sandbox }) => {
    await page.clock.install()
    await signIn(page, 'norole', '/nowhere')
    await page.getByRole('link', { name: 'Go to your tokens' }).click()
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await look(page, secret, 'open and hidden')
    expect((await heapText(page)).includes(secret), 'the snapshot shows a secret that is there').toBe(true)
    const toggle = dialog.getByRole('button', { name: 'Show secret' })
    await toggle.click()
    await look(page, secret, 'shown')
    await page.emulateMedia({ media: 'print' })
    await look(page, secret, 'shown, on paper')
    await page.emulateMedia({ media: 'screen' })
    await toggle.click()
    await look(page, secret, 'hidden again')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog.getByRole('alert')).toContainText('have not copied')
    await look(page, secret, 'asked before closing')
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(dialog.getByRole('status')).toHaveText('Copied')
    await look(page, secret, 'copied')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toBeHidden()
    await lookEverywhere(page, secret, 'closed')
    await page.clock.runFor(1000)
    await look(page, secret, 'a second later')
    await tokenRow(page, 'ci').getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
    await look(page, secret, 'on another page')
    await page.goBack()
    await expect(tokenRow(page, 'ci')).toHaveCount(2)
    await look(page, secret, 'after Back')
    await page.reload()
    await signIn(page, 'norole')
    await lookEverywhere(page, secret, 'after a reload')
    await page.getByRole('button', { name: 'Account menu' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await look(page, secret, 'signed out')
    expect(JSON.stringify(sandbox.requests), 'the server’s log').not.toContain(secret)
  })

  test('stays in its tab, and is covered when a session ends', async ({ context, origin, page, provoke, sandbox }) => {
    provoke(401)
    await signIn(page, 'norole')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    const other = await context.newPage()
    await signIn(other, 'norole')
    await look(other, secret, 'in another tab')
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    await endSessionElsewhere(sandbox, origin, 'norole')
    await page.evaluate(() => {
      dispatchEvent(new Event('offline'))
      dispatchEvent(new Event('online'))
    })
    await expect(dialog.getByRole('alert')).toContainText('Your session ended.')
    await look(page, secret, 'session ended while shown')
    await other.reload()
    await expect(other.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await look(other, secret, 'signed out in another tab')
  })

  test('that the clipboard refuses is selected, and does not survive a crash', async ({ page, provoke }) => {
    provoke('caught bug')
    acceptPrompts(page)
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await signIn(page, 'norole')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(dialog.getByRole('status')).toContainText('press')
    await look(page, secret, 'copied by hand')
    await page.evaluate((message) => {
      Object.defineProperty(Intl, 'DateTimeFormat', {
        get: () => {
          throw new Error(message)
        },
      })
    }, BUG)
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).click()
    await expect(page.getByRole('heading', { name: 'Something broke on this page' })).toBeVisible()
    await lookEverywhere(page, secret, 'after a crash')
  })
})

test('a secret that is downloaded and tested is sent, and left nowhere', async ({ page, sandbox }) => {
  await sandbox.createToken('norole', { name: 'ci' })
  await signIn(page, 'norole')
  let dialog = await rotate(page, 'ci')
  let secret = await readSecret(page)
  await dialog.getByRole('button', { name: 'How to use it' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download .env' }).click()
  await download
  await expect(dialog.getByRole('status', { name: 'Download' })).toContainText('stays where it is saved')
  await look(page, secret, 'downloaded')
  await dialog.getByRole('button', { name: 'Test this token' }).click()
  await expect(dialog.getByRole('status', { name: 'Result of the test' })).toContainText('Waldur accepts it')
  await look(page, secret, 'tested')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await lookEverywhere(page, secret, 'closed after a test')

  dialog = await rotate(page, 'ci')
  secret = await readSecret(page)
  await dialog.getByRole('button', { name: 'How to use it' }).click()
  const release = sandbox.holdNext('GET', '/api/users/me/')
  await dialog.getByRole('button', { name: 'Test this token' }).click()
  await expect(dialog.getByRole('status', { name: 'Result of the test' })).toHaveText('Asking Waldur…')
  await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await lookEverywhere(page, secret, 'closed while being tested')
  release()
})

test('a secret whose answer is cut is nowhere, though the page has read a part of it', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  provoke('broken connection')
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'cut', 'PROJECT.LIST')
  sandbox.dropNext('POST', tokensPath, 'midBody', 200)
  await submit(form)
  await expect(form.getByRole('alert')).toContainText('was created')
  // The stored answer of the same key is the only way to learn what was lost.
  const key = sandbox.requests.findLast(({ method, path }) => method === 'POST' && path === tokensPath)?.key ?? ''
  const answer = await fetch(origin + tokensPath, {
    method: 'POST',
    headers: { Authorization: `Token ${await sandbox.signIn('owner')}`, 'Idempotency-Key': key },
  })
  const { token: secret } = (await answer.json()) as { token: string }
  await lookEverywhere(page, secret, 'after an answer cut in its middle')
  await form.getByRole('button', { name: 'Leave it' }).click()
  await expect(form).toBeHidden()
  // Left on purpose, it is not spoken of again.
  await expect(page.getByRole('alert')).toHaveCount(0)
  await look(page, secret, 'after a lost answer, looked into')
})

/** Puts a text into each place: what shows that the search would find it there. */
const PLANT: { [Name in Place]: (text: string) => unknown } = {
  document: (text) => document.body.append(document.createComment(text)),
  'visible text': (text) => document.querySelector('h1')?.append(text),
  fields: (text) => {
    for (const field of document.querySelectorAll('input')) field.value = text
  },
  'shadow roots': (text) => {
    const host = document.createElement('div')
    host.attachShadow({ mode: 'open' }).append(document.createComment(text))
    document.body.append(host)
  },
  'style sheets': (text) => {
    const sheet = new CSSStyleSheet()
    sheet.insertRule(`.${text} { color: red }`)
    document.adoptedStyleSheets.push(sheet)
  },
  title: (text) => {
    document.title = text
  },
  address: (text) => history.replaceState(history.state, '', `#${text}`),
  'history state': (text) => history.replaceState({ text }, ''),
  'history entries': (text) => navigation.updateCurrentEntry({ state: text }),
  'local storage': (text) => localStorage.setItem('planted', text),
  'session storage': (text) => sessionStorage.setItem(text, 'planted'),
  databases: (text) =>
    new Promise((resolve) => {
      indexedDB.open(text).onsuccess = resolve
    }),
  caches: async (text) => await (await caches.open('planted')).put(`/${text}`, new Response()),
  cookies: (text) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the newer way does not run on plain HTTP
    document.cookie = `planted=${text}`
  },
  'window name': (text) => {
    window.name = text
  },
  globals: (text) => Object.assign(window, { planted: { deep: [{ deeper: text }] } }),
  'performance entries': (text) => performance.mark(text),
  selection: (text) => {
    const field = document.createElement('p')
    field.append(text)
    document.body.append(field)
    getSelection()?.selectAllChildren(field)
  },
  'accessibility tree': (text) => document.querySelector('h1')?.setAttribute('aria-label', text),
  // biome-ignore lint/suspicious/noConsole: the place itself
  console: (text) => console.info(text),
  'addresses asked': (text) => fetch(`/icon.svg?${text}`),
  'request headers': (text) => fetch('/icon.svg', { headers: { 'X-Planted': text } }),
  'request bodies': (text) => fetch('/icon.svg', { method: 'POST', body: text }),
}

test('the search finds what is put into each of its places', async ({ page, tolerate }) => {
  tolerate(404, 405)
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  const places = Object.keys(await placesOf(page)) as Place[]
  expect(Object.keys(PLANT).sort()).toEqual(places.sort())
  for (const [number, place] of places.entries()) {
    const text = `w_1234567890_planted${number}x`
    expect((await placesOf(page))[place], place).not.toContain(text)
    await page.evaluate(PLANT[place], text)
    expect((await placesOf(page))[place], place).toContain(text)
  }
})
