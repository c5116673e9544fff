import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { expectScheme } from './pageSteps.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The only rules about colors. */
const ofColors = ['color-contrast', 'link-in-text-block']

/** A rule that axe leaves out unless asked: people who speak to their computer say what is on a button. */
const sameWords = 'label-content-name-mismatch'

/** axe joins the lines of an option without a space, and nobody says more than the first. */
const isExempt = (rule: string, html: string) => rule === sameWords && html.includes('role="option"')

/**
 * axe finds nothing on the page in its current state, in both color schemes.
 * @param except rules that don't apply here; the caller has the reason
 */
export async function expectAccessible(page: Page, except: string[] = []): Promise<void> {
  await showScheme(page, 'light')
  await expectAxeFindsNothing(page, except)
  // The other scheme changes nothing but colors.
  await showScheme(page, 'dark')
  await expectNoViolation(page, (axe) => axe.withRules(ofColors), except)
}

/** axe finds nothing in the page's current color scheme. */
export const expectAxeFindsNothing = (page: Page, except: string[] = []): Promise<void> =>
  expectNoViolation(page, (axe) => axe.withTags(tags), except)

async function showScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expectScheme(page, colorScheme)
}

async function expectNoViolation(
  page: Page,
  choose: (axe: AxeBuilder) => AxeBuilder,
  except: readonly string[],
): Promise<void> {
  // Half-transparent elements fail the contrast rule, such as a tooltip that is opening or a menu that is closing.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
  // Legacy mode skips frames of other origins, which the page doesn't have, and so needs no second page. `resultTypes`
  // skips the description of elements that pass. Together they make it three times as fast.
  const off = except.map((id) => [id, { enabled: false }] as const)
  const axe = new AxeBuilder({ page, ...(await hasAxe(page)) })
    .options({ resultTypes: ['violations'], rules: { [sameWords]: { enabled: true }, ...Object.fromEntries(off) } })
    .setLegacyMode()
    // The page behind a dialog can't be reached or read, and is checked without the dialog. A long list takes seconds.
    .exclude('body > [aria-hidden=true]')
  const { violations } = await choose(axe).analyze()
  const found = violations.flatMap(({ id, help, nodes }) => {
    const wrong = nodes.map(({ html }) => html).filter((html) => !isExempt(id, html))
    return wrong.length > 0 ? [`${id}: ${help}: ${wrong.join(' ')}`] : []
  })
  expect(found, 'what axe finds').toEqual([])
}

/** On a page that already has axe, an empty script in its place: injecting it takes as long as running it. */
const hasAxe = async (page: Page) => ((await page.evaluate(() => 'axe' in window)) ? { axeSource: ';' } : {})
