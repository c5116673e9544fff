import { expect, it } from 'vitest'
import type { Access } from './access.ts'
import { groupSum, openGroups, placeVerdicts } from './placeVerdicts.ts'

const group = (name: string, size: number): [string, string[]] => [name, Array.from({ length: size }, String)]

it('opens groups from the top, as long as all their rows have room', () => {
  expect([...openGroups([group('Orders', 2), group('Resources', 10), group('Offerings', 1)])]).toEqual([
    'Orders',
    'Resources',
  ])
  expect([...openGroups([group('Everything', 136)])]).toEqual([])
})

it('sums up a group by what the token decides', () => {
  const verdicts = new Map<string, Access>([
    ['works', { kind: 'works', through: [] }],
    ['no', { kind: 'not yours', isHeld: false }],
    ['follows', { kind: 'follows' }],
  ])
  expect(groupSum(['works', 'no', 'follows'], verdicts)).toBe('1 of 2')
  expect(groupSum(['no'], verdicts)).toBe('none')
  expect(groupSum(['follows'], verdicts)).toBe('')
})

it('leaves out places that another one includes, and keeps every deleted one', () => {
  const place = (uuid: string | null, above: string[] = []) => ({
    type: above.length > 0 ? 'project' : 'customer',
    uuid,
    name: uuid ?? '',
    above,
    knowsAll: true,
  })
  const holder = { isStaff: true, isSupport: false, roles: [] }
  const places = [place('outer'), place('inner', ['outer']), place(null), place(null)]
  const found = placeVerdicts(['PROJECT.UPDATE'], places, [], holder)
  expect(found.map(({ key }) => key)).toEqual(['outer', 'gone 2', 'gone 3'])
  expect(found.map(({ verdicts }) => verdicts.get('PROJECT.UPDATE')?.kind)).toEqual(['works', 'gone', 'gone'])
})
