import { describe, expect, it } from 'vitest'
import { releaseOf } from './release.ts'

const permissions = (...more: string[]) => new Set(['ORDER.LIST', ...more])

describe('releaseOf', () => {
  it('recognizes a release, and what it lacks, by its features', () => {
    const newer = { places: true, networks: true }
    expect(
      [
        { places: false, networks: false, permissions: permissions() },
        { places: true, networks: false, permissions: permissions() },
        { ...newer, permissions: permissions() },
        { ...newer, permissions: permissions('PROJECT.SET_SLUG') },
        { ...newer, permissions: permissions('PROJECT.SET_SLUG', 'OFFERING.UPDATE_ENDPOINT') },
      ].map(releaseOf),
    ).toEqual([
      { release: '8.0.7', missing: ['places', 'networks', 'activity', 'event queues'] },
      { release: '8.0.9', missing: ['networks', 'activity', 'event queues'] },
      { release: '8.1.2', missing: ['event queues'] },
      { release: '8.1.3', missing: [] },
      { release: '8.1.4', missing: [] },
    ])
  })

  it('does not claim that networks are missing if that is unknown', () => {
    expect(releaseOf({ places: false, networks: null, permissions: null })?.missing).toEqual([
      'places',
      'activity',
      'event queues',
    ])
  })

  it('does not guess', () => {
    expect(releaseOf({ places: false, networks: true, permissions: permissions() })).toBeNull()
    expect(releaseOf({ places: null, networks: null, permissions: permissions() })).toBeNull()
    expect(releaseOf({ places: true, networks: true, permissions: null })).toBeNull()
  })
})
