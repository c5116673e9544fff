import { describe, expect, it } from 'vitest'
import { releaseOf } from './release.ts'

const permissions = (...more: string[]) => new Set(['ORDER.LIST', ...more])

describe('releaseOf', () => {
  it('tells a release by what it can do', () => {
    const newer = { places: true, networks: true }
    expect(
      [
        { places: false, networks: false, permissions: permissions() },
        { places: true, networks: false, permissions: permissions() },
        { ...newer, permissions: permissions() },
        { ...newer, permissions: permissions('PROJECT.SET_SLUG') },
        { ...newer, permissions: permissions('PROJECT.SET_SLUG', 'OFFERING.UPDATE_ENDPOINT') },
      ].map((signs) => releaseOf(signs)?.release),
    ).toEqual(['8.0.7', '8.0.9', '8.1.2', '8.1.3', '8.1.4'])
  })

  it('says what each lacks, and nothing of the latest', () => {
    expect(releaseOf({ places: false, networks: null, permissions: null })?.missing).toEqual([
      'places',
      'activity',
      'event queues',
    ])
    expect(releaseOf({ places: false, networks: false, permissions: null })?.missing).toContain('networks')
    expect(releaseOf({ places: true, networks: false, permissions: null })?.missing).not.toContain('places')
    expect(releaseOf({ places: true, networks: true, permissions: permissions('PROJECT.SET_SLUG') })?.missing).toEqual(
      [],
    )
  })

  it('does not guess', () => {
    expect(releaseOf({ places: false, networks: true, permissions: permissions() })).toBeNull()
    expect(releaseOf({ places: null, networks: null, permissions: permissions() })).toBeNull()
    expect(releaseOf({ places: true, networks: true, permissions: null })).toBeNull()
  })
})
