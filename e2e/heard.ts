import type { BrowserContext, Page } from 'playwright/test'
import { expect } from 'playwright/test'

declare global {
  interface Window {
    heard: string[]
  }
}

const UNHEARD = 'unheard: '

/**
 * Writes down, in every page of the context, what a screen reader says without being asked: what live regions say, and
 * what gets the focus, with its role, name, states and description.
 * @returns a function that lists the faults so far: a polite message in a region that was hidden or new, which nobody
 * would hear, or that isn't a `Status` of the page, which Orca drops on a busy computer; the focus resting on something
 * without a role or a name, and a heading that gets the focus twice before anyone acts
 */
export async function listen(context: BrowserContext): Promise<() => readonly string[]> {
  const faults: string[] = []
  context.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(UNHEARD)) faults.push(text)
  })
  await context.addInitScript(startListening, { unheard: UNHEARD, bornFull: BORN_FULL.join() })
  return () => faults
}

/** Expects that this, and nothing else, was said since the last call: `focus: button "Copy"`, `polite: 1 selected`. */
export const expectHeard = (page: Page, ...lines: string[]): Promise<void> => expectLines(page, lines, '')

/** The same for live regions alone, wherever the focus goes. */
export const expectSaid = (page: Page, ...lines: string[]): Promise<void> => expectLines(page, lines, 'focus: ')

/** How close messages are to other changes depends on the computer. */
async function expectLines(page: Page, lines: readonly string[], without: string): Promise<void> {
  const said = async () => {
    const all = await page.evaluate(() => window.heard)
    return all
      .filter((line) => without === '' || !line.startsWith(without))
      .map((line) => line.replace(' (in a crowd)', ''))
  }
  await expect.poll(said).toEqual(lines)
  await forgetHeard(page)
}

/** Begins anew. */
export const forgetHeard = (page: Page): Promise<unknown> => page.evaluate(() => window.heard.splice(0))

/** Regions that may be there with their first text, which a reader meets on the way. */
const BORN_FULL = [
  // What to know about a form that was filled in before, by a copy or a link, or on opening the sheet over it.
  '.pane-part',
]

interface Options {
  /** Begins each fault in the console. */
  unheard: string
  /** A selector. */
  bornFull: string
}

/** Runs in the page, before its scripts: a test may replace the clock later. */
function startListening({ unheard, bornFull }: Options): void {
  /** Orca 48 drops an insertion that follows another within this time. */
  const FLOOD_MS = 100
  /**
   * The focus rests once the browser has been idle this often and it is still there. Waiting for a fixed time isn't
   * enough: on a busy computer, the next screen of a dialog may take any time.
   */
  const IDLE_MOMENTS = 10
  const APART_MS = 100
  const { setTimeout, requestIdleCallback } = window
  const now = performance.now.bind(performance)
  const { debug } = console
  const heard: string[] = []
  window.heard = heard

  const USUAL = new Map([
    ['alert', 'assertive'],
    ['status', 'polite'],
    ['log', 'polite'],
    ['timer', 'off'],
  ])
  const squeezed = (text: string) => text.replaceAll(/[\s\u200b]+/g, ' ').trim()
  const livenessOf = (element: Element) =>
    element.getAttribute('aria-live') ??
    USUAL.get(element.getAttribute('role') ?? (element.localName === 'output' ? 'status' : ''))
  const regionOf = (node: Node): Element | null => {
    for (let at = node instanceof Element ? node : node.parentElement; at; at = at.parentElement) {
      const how = livenessOf(at)
      if (how !== undefined) return how === 'off' ? null : at
    }
    return null
  }
  const isLive = (element: Element) => ['polite', 'assertive'].includes(livenessOf(element) ?? '')
  /** Without what is hidden from screen readers, such as a picture of what is loading. */
  const textOf = (element: Element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, ({ parentElement }) => {
      const hider = parentElement?.closest('[aria-hidden="true"]')
      return hider && hider !== element && element.contains(hider) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    })
    const isRendered = element instanceof HTMLElement && element.checkVisibility()
    // biome-ignore lint/performance/useDomNodeTextContent: only what is rendered is said
    const text = isRendered && texts.nextNode() ? squeezed(element.innerText) : ''
    return text && [element.getAttribute('aria-label'), text].filter(Boolean).join(': ')
  }

  const said = new WeakMap<Element, string>()
  const unhidden = new Map<Node, number>()
  let lastOther = Number.NEGATIVE_INFINITY

  const tell = (region: Element, isBorn: boolean, at: number) => {
    const text = textOf(region)
    if (!region.isConnected || said.get(region) === text) return
    said.set(region, text)
    // What the page's file contains is not said.
    if (text === '' || (isBorn && document.readyState === 'loading')) return
    const isPolite = livenessOf(region) === 'polite'
    const doubts = [
      region.closest('[aria-hidden="true"]') && 'hidden',
      [...unhidden].some(([node]) => node.contains(region)) && 'just unhidden',
      isBorn && isPolite && 'born full',
      isPolite && !isBorn && !region.matches('div[aria-live]:not([role])') && 'no plain block',
      at - lastOther < FLOOD_MS && 'in a crowd',
    ].filter((doubt) => typeof doubt === 'string')
    const line = `${livenessOf(region)}: ${text}${doubts.length > 0 ? ` (${doubts.join(', ')})` : ''}`
    heard.push(line)
    const isLate = doubts.includes('born full') && !region.closest(bornFull)
    const isUnheard = isLate || doubts.includes('just unhidden') || doubts.includes('no plain block')
    if (isPolite && isUnheard) debug(unheard + line)
  }

  new MutationObserver((records) => {
    const at = now()
    for (const [node, since] of unhidden) if (at - since > FLOOD_MS) unhidden.delete(node)
    const changed = new Map<Element, 'born' | 'changed'>()
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') {
        if (target instanceof Element && target.getAttribute('aria-hidden') !== 'true') unhidden.set(target, at)
        continue
      }
      const region = regionOf(target)
      if (region) {
        if (!changed.has(region)) changed.set(region, 'changed')
        continue
      }
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue
        const born = [added, ...added.querySelectorAll('[role], [aria-live], output')].filter(isLive)
        for (const one of born) changed.set(one, 'born')
        if (born.length === 0) lastOther = at
      }
    }
    for (const [region, how] of changed) tell(region, how === 'born', at)
  }).observe(document, { childList: true, characterData: true, subtree: true, attributeFilter: ['aria-hidden'] })

  const TAGS = new Map([
    ['a', 'link'],
    ['button', 'button'],
    ['dialog', 'dialog'],
    ['main', 'main'],
    ['select', 'combobox'],
    ['summary', 'button'],
    ['textarea', 'textbox'],
  ])
  const INPUTS = new Map([
    ['checkbox', 'checkbox'],
    ['radio', 'radio'],
    ['search', 'searchbox'],
    ['number', 'spinbutton'],
  ])
  /** Named by what they contain. */
  const BY_CONTENT = /^(?:button|link|heading|menuitem\w*|option|tab|cell|rowheader|columnheader|checkbox|radio)$/
  const roleOf = (element: HTMLElement) => {
    const role = element.getAttribute('role')
    if (role !== null) return role
    if (element instanceof HTMLInputElement) return INPUTS.get(element.type) ?? 'textbox'
    return /^h[1-6]$/.test(element.localName) ? 'heading' : (TAGS.get(element.localName) ?? 'generic')
  }
  const wordsOf = (ids: string | null) =>
    squeezed(
      (ids ?? '')
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    )
  const nameOf = (element: HTMLElement, role: string) => {
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const names = [
      wordsOf(element.getAttribute('aria-labelledby')),
      element.getAttribute('aria-label'),
      squeezed(labels.map(({ textContent }) => textContent).join(' ')),
      BY_CONTENT.test(role) && squeezed(element.textContent ?? ''),
      element.title,
      element.getAttribute('placeholder'),
    ]
    return names.find((name) => typeof name === 'string' && name !== '') || ''
  }
  const statesOf = (element: HTMLElement) => {
    const states = ['expanded', 'pressed', 'invalid', 'disabled'].flatMap((state) => {
      const value = element.getAttribute(`aria-${state}`)
      return value === null || value === 'false' ? [] : [value === 'true' ? state : `${state} ${value}`]
    })
    if (!(element instanceof HTMLInputElement) || !/checkbox|radio/.test(element.type)) return states
    return [...states, element.indeterminate ? 'mixed' : element.checked ? 'checked' : 'not checked']
  }

  const isNothing = (element: HTMLElement) => {
    const role = roleOf(element)
    return /^(?:generic|presentation|none)$/.test(role) || (role !== 'main' && nameOf(element, role) === '')
  }
  const awaitRest = (element: HTMLElement, moments: number) => {
    if (document.activeElement !== element || !isNothing(element)) return
    const role = roleOf(element)
    if (moments === 0) debug(`${unheard}the focus rests on ${role} "${nameOf(element, role)}"`)
    else setTimeout(() => requestIdleCallback(() => awaitRest(element, moments - 1)), APART_MS)
  }

  // What a click opens in the first rows has to get the focus again in the page that replaces them.
  let isArrival = true
  for (const act of ['pointerdown', 'keydown']) {
    const onAct = () => {
      isArrival = false
    }
    document.addEventListener(act, onAct, { capture: true, once: true })
  }

  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const role = roleOf(target)
    const name = nameOf(target, role)
    const line = `focus: ${role} "${name}"`
    const rest = [...statesOf(target), wordsOf(target.getAttribute('aria-describedby'))].filter(Boolean)
    heard.push([line, ...rest].join(', '))
    if (isArrival && role === 'heading' && heard.at(-2)?.startsWith(line)) debug(`${unheard}the ${line} twice`)
    if (isNothing(target)) awaitRest(target, IDLE_MOMENTS)
  })
}
