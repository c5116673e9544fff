import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { expectScheme } from './steps.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * axe finds nothing on the page as it is now, in either colour scheme.
 * @param except rules that do not apply here; the reason stands where it is called
 */
export async function expectAccessible(page: Page, except: string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectScheme(page, colorScheme)
    await expectAxeFindsNothing(page, except)
  }
}

/** The same in the colour scheme that the page is in. */
export async function expectAxeFindsNothing(page: Page, except: string[]): Promise<void> {
  // What is half faded has no contrast: neither a tooltip that opens while axe looks, nor a menu that closes already.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules(except).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found, 'what axe finds').toEqual([])
}
