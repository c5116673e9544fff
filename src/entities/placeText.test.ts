import { expect, it } from 'vitest'
import { unmarked } from '../ui/i18n.tsx'
import { unusualState, whereText } from './placeText.ts'
import type { EntityType } from './types.ts'

it('says the type of a place and what is around it, the nearest first', () => {
  const where = (type: EntityType, ...path: string[]) => unmarked(whereText({ type, path }))
  expect(where('customer')).toBe('Organization')
  expect(where('project', 'Tartu Ülikool')).toBe('Project in Tartu Ülikool')
  expect(where('resource', 'Tartu Ülikool', 'Genomics')).toBe('Resource in Genomics, Tartu Ülikool')
  expect(where('offering', 'CSC')).toBe('Offering of CSC')
})

it('says a state only if it is unusual', () => {
  const state = (text: string | null, isGone = false) => unusualState({ state: text, isGone })
  expect([state(null), state('OK'), state('active'), state('Active')]).toEqual([null, null, null, null])
  expect([state('in_review'), state('Terminated', true), state(null, true)]).toEqual([
    'In review',
    'Terminated',
    'Removed',
  ])
})
