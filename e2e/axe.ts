import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { expectScheme } from './pageSteps.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Of all rules these alone look at colours. */
const ofColours = ['color-contrast', 'link-in-text-block']

/**
 * axe finds nothing on the page as it is now, in either colour scheme.
 * @param except rules that do not apply here; the reason stands where it is called
 */
export async function expectAccessible(page: Page, except: string[] = []): Promise<void> {
  await showScheme(page, 'light')
  await expectAxeFindsNothing(page, except)
  // The other scheme changes colours and nothing else.
  await showScheme(page, 'dark')
  await expectNoViolation(page, (axe) => axe.withRules(ofColours.filter((rule) => !except.includes(rule))))
}

/** The same in the colour scheme that the page is in. */
export const expectAxeFindsNothing = (page: Page, except: string[]): Promise<void> =>
  expectNoViolation(page, (axe) => axe.withTags(tags).disableRules(except))

async function showScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expectScheme(page, colorScheme)
}

async function expectNoViolation(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<void> {
  // What is half faded has no contrast: neither a tooltip that opens while axe looks, nor a menu that closes already.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
  // Legacy is what looks into no frames of other origins, of which there are none, and needs no second page. Of what is
  // in order axe would describe each element as well. Together they make it three times as fast.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await choose(axe).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found, 'what axe finds').toEqual([])
}
