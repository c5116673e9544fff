import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RevealEvent, RevealState } from './revealState.ts'
import { isSaved, NOTHING_DONE, revealReducer } from './revealState.ts'

const after = (...events: RevealEvent[]): RevealState => events.reduce(revealReducer, NOTHING_DONE)

test.each<[RevealEvent[], Partial<RevealState>]>([
  [['show'], { isShown: true }],
  [['show', 'hide'], {}],
  [['show to copy'], { isShown: true, isShownToCopy: true }],
  [['show to copy', 'hide'], {}],
  [['show to copy', 'show'], { isShown: true }],
  [['show to copy', 'copied'], { copying: 'copied' }],
  [['show to copy', 'copy denied', 'copied'], { copying: 'copied' }],
  [['show', 'show to copy', 'copied'], { isShown: true, copying: 'copied' }],
  [['copied'], { copying: 'copied' }],
  [['copy denied'], { copying: 'by hand' }],
  [['copy denied', 'copied'], { copying: 'copied' }],
  [['copied', 'copy denied'], { copying: 'by hand' }],
  [['copied', 'other copied'], { copying: 'replaced' }],
  [['copied', 'other copied', 'copied'], { copying: 'copied' }],
  [['downloaded'], { isDownloaded: true }],
  [['stored'], { isStored: true }],
  [['stored', 'not stored'], {}],
  [['leave'], { isLeaving: true }],
  [['leave', 'stay'], {}],
  [['escape'], { isEscaped: true }],
  [['escape', 'other key'], {}],
])('%j changes just that', (events, changed) => {
  expect(after(...events)).toEqual({ ...NOTHING_DONE, ...changed })
})

test('copying something else matters only while the secret is on the clipboard', () => {
  expect(after('other copied')).toBe(NOTHING_DONE)
  expect(after('copy denied', 'other copied').copying).toBe('by hand')
})

test.each<[RevealEvent[], boolean]>([
  [['show', 'copy denied', 'leave', 'escape'], false],
  [['copied'], true],
  [['copied', 'other copied'], false],
  [['copied', 'other copied', 'copied'], true],
  [['copied', 'copy denied'], false],
  [['downloaded'], true],
  [['stored'], true],
  [['stored', 'not stored'], false],
  [['copied', 'stored', 'not stored'], true],
  [['downloaded', 'copied', 'other copied', 'stored', 'not stored'], true],
])('after %j, saved is %j', (events, saved) => {
  expect(isSaved(after(...events))).toBe(saved)
})

test('showing, leaving and Escape say nothing about whether it is saved', () => {
  const saving = fc.constantFrom<RevealEvent>(
    'copied',
    'copy denied',
    'other copied',
    'downloaded',
    'stored',
    'not stored',
  )
  const other = fc.constantFrom<RevealEvent>('show', 'show to copy', 'hide', 'leave', 'stay', 'escape', 'other key')
  fc.assert(
    fc.property(fc.array(saving), other, (events, event) => {
      expect(isSaved(after(...events, event))).toBe(isSaved(after(...events)))
    }),
  )
})
