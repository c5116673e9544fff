import { expect, it } from 'vitest'
import { unusualState, whereText } from './placeText.ts'

it('says the type of a place and what is around it, the nearest first', () => {
  expect(whereText({ type: 'customer', path: [] })).toBe('Organization')
  expect(whereText({ type: 'project', path: ['Tartu Ülikool'] })).toBe('Project in Tartu Ülikool')
  expect(whereText({ type: 'resource', path: ['Tartu Ülikool', 'Genomics'] })).toBe(
    'Resource in Genomics, Tartu Ülikool',
  )
  expect(whereText({ type: 'offering', path: ['CSC'] })).toBe('Offering of CSC')
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
