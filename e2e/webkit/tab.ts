import { expect } from 'playwright/test'
import type { Session } from './session.ts'

/** The elements that may have a role. The browser knows their names. */
const ROLES = {
  alert: '[role=alert]',
  banner: 'header',
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  code: 'code',
  dialog: 'dialog, [role=dialog]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  main: 'main, [role=main]',
  menuitem: '[role=menuitem]',
  region: 'section, [role=region]',
  searchbox: 'input[type=search]',
  status: 'output, [role=status]',
  textbox: 'input:not([type]), input[type=text], input[type=password], textarea',
}
type Role = keyof typeof ROLES

type Name = string | RegExp
const ANY = /^/

/** https://www.w3.org/TR/webdriver2/#keyboard-actions; other keys have their own character. */
const KEYS = new Map([
  ['ArrowDown', '\uE015'],
  ['Control', '\uE009'],
  ['Enter', '\uE007'],
  ['Escape', '\uE00C'],
  ['Shift', '\uE008'],
  ['Space', ' '],
  ['Tab', '\uE004'],
])

/** A visible element, as WebDriver names it: https://www.w3.org/TR/webdriver2/#elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
type Found = { [ELEMENT]: string }

/** A window of the browser. Like Playwright's page, it finds elements by role and name, and waits for them. */
export class Tab {
  readonly #session: Session
  readonly #window: string

  constructor(session: Session, window: string) {
    this.#session = session
    this.#window = window
  }

  open = (url: string): Promise<void> => this.#send('POST', '/url', { url })
  reload = (): Promise<void> => this.#send('POST', '/refresh')
  resize = (width: number, height: number): Promise<void> => this.#send('POST', '/window/rect', { width, height })

  /** Runs a function in the page. */
  run = <Args extends unknown[], Value>(inPage: (...args: Args) => Value, ...args: Args): Promise<Value> =>
    this.#send('POST', '/execute/sync', { script: `return (${inPage})(...arguments)`, args })

  /** Waits for one element. */
  see = (role: Role, name: Name): Promise<void> => this.#use(role, name, () => Promise.resolve())

  /** Waits until there is none. */
  gone = (role: Role, name: Name): Promise<void> =>
    until(async () => {
      const left = (await this.#seen(role)).filter((one) => isNamed(one, name))
      expect(left, `${role} ${name}`).toEqual([])
    })

  /** Waits until one of the elements has this text. */
  says = (role: Role, text: RegExp): Promise<void> =>
    until(async () => expect(await this.#texts(role), role).toContainEqual(expect.stringMatching(text)))

  /** Waits until all of the elements are empty, or there are none. */
  saysNothing = (role: Role): Promise<void> =>
    until(async () => expect((await this.#texts(role)).join(''), role).toBe(''))

  text = (role: Role, name: Name = ANY): Promise<string> =>
    this.#use(role, name, (found) => this.#of(found, 'GET', 'text'))

  /** Clicks an element while keys are held down. */
  click = (role: Role, name: Name, ...held: string[]): Promise<void> =>
    this.#use(role, name, async (origin) => {
      await this.#send('POST', '/execute/sync', { script: IN_VIEW, args: [origin] })
      const button = [
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      const before = held.map(() => PAUSE)
      await this.#act(
        { type: 'pointer', id: 'mouse', actions: [...before, { type: 'pointerMove', x: 0, y: 0, origin }, ...button] },
        {
          type: 'key',
          id: 'keyboard',
          actions: [...pressing('keyDown', held), PAUSE, PAUSE, PAUSE, ...pressing('keyUp', held)],
        },
      )
    })

  /** Types a text into an empty field. */
  fill = (role: 'searchbox' | 'textbox', name: Name, text: string): Promise<void> =>
    this.#use(role, name, (found) => this.#of(found, 'POST', 'value', { text }))

  /** Presses keys together: `'Shift', 'Space'`. */
  press = (...keys: string[]): Promise<void> =>
    this.#act({
      type: 'key',
      id: 'keyboard',
      actions: [...pressing('keyDown', keys), ...pressing('keyUp', keys.toReversed())],
    })

  /** Waits for one element and uses it: again, if the page has rendered another one meanwhile. */
  async #use<Value>(role: Role, name: Name, use: (found: Found) => Promise<Value>): Promise<Value> {
    return await until(async () => {
      const all = await this.#seen(role)
      const [one, ...others] = all.filter((each) => isNamed(each, name))
      const names = all.map((each) => JSON.stringify(each.name)).join(' ')
      if (!one || others.length > 0) throw new Error(`expected one ${role} ${name} among: ${names}`)
      return await use(one.found)
    })
  }

  #texts = async (role: Role): Promise<string[]> =>
    await Promise.all((await this.#seen(role)).map(({ found }) => this.#of<string>(found, 'GET', 'text')))

  /** The visible elements with this role, and what the browser calls them. */
  async #seen(role: Role): Promise<{ found: Found; name: string }[]> {
    const seen: Found[] = await this.#send('POST', '/execute/sync', { script: SEEN, args: [ROLES[role]] })
    return await Promise.all(
      seen.map(async (found) => ({ found, name: await this.#of<string>(found, 'GET', 'computedlabel') })),
    )
  }

  /** Devices act side by side, step by step. */
  #act = (...actions: object[]): Promise<void> => this.#send('POST', '/actions', { actions })

  #of = <Value>(found: Found, method: 'GET' | 'POST', command: string, body?: object): Promise<Value> =>
    this.#send(method, `/element/${found[ELEMENT]}/${command}`, body)

  #send = (method: 'GET' | 'POST', path: string, body?: object) =>
    this.#session.command(this.#window, method, path, body)
}

function isNamed({ name }: { name: string }, wanted: Name): boolean {
  // MUI draws an invisible space in front of an icon, which is a part of the name here.
  const spoken = name.replace(/^\u200b\s*/, '')
  return typeof wanted === 'string' ? spoken === wanted : wanted.test(spoken)
}

const PAUSE = { type: 'pause' }

const pressing = (type: 'keyDown' | 'keyUp', keys: readonly string[]) =>
  keys.map((key) => ({ type, value: KEYS.get(key) ?? key }))

/** Repeats what fails while the page is still on its way there. */
async function until<Value>(attempt: () => Promise<Value>): Promise<Value> {
  const values: Value[] = []
  const noted = async () => void values.push(await attempt())
  await expect(noted).toPass({ intervals: [20, 50, 100], timeout: 30_000 })
  return values[0] as Value // toPass has returned, so there is one
}

// These run in the page.
const IN_VIEW = `arguments[0].scrollIntoView({ block: 'nearest' })`
/** The elements that a person and a screen reader find. */
const SEEN = `return [...document.querySelectorAll(arguments[0])].filter(
  (element) => element.checkVisibility() && !element.closest('[inert], [aria-hidden=true]'),
)`
