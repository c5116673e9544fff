import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantMs, normalizeUuid, toWire } from './wire.ts'

describe('normalizeUuid', () => {
  test('both spellings of a uuid, in either case, are the same 32 digits', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), (hyphenated, upper) => {
        const digits = hyphenated.replaceAll('-', '')
        for (const spelling of [hyphenated, digits]) {
          expect(normalizeUuid(upper ? spelling.toUpperCase() : spelling)).toBe(digits)
        }
        expect(normalizeUuid(digits)).toBe(normalizeUuid(normalizeUuid(hyphenated) ?? ''))
      }),
    )
  })

  test('characters that no one sees don’t count', () => {
    const invisible = fc.constantFrom('\u200b', '\u00ad', '\u202a', '\u2060', '\ufeff', '\u200f', '\0')
    fc.assert(
      fc.property(fc.uuid(), fc.nat(36), invisible, (uuid, at, mark) => {
        expect(normalizeUuid(`\u00a0${uuid.slice(0, at)}${mark}${uuid.slice(at)}${mark} `)).toBe(normalizeUuid(uuid))
      }),
    )
  })

  test.each(['', 'new', 'g'.repeat(32), 'a'.repeat(31), 'a'.repeat(33), '../../etc', '%00'])('rejects %j', (text) => {
    expect(normalizeUuid(text)).toBeNull()
  })
})

describe('instantMs', () => {
  const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })

  test('reads "Z", an offset and microseconds as the same instant', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 999 }), (date, micro) => {
        const iso = date.toISOString()
        const micros = iso.replace('Z', String(micro).padStart(3, '0'))
        expect(instantMs(iso)).toBe(date.getTime())
        expect(instantMs(`${micros}+00:00`)).toBe(date.getTime())
        expect(instantMs(`${micros}Z`)).toBe(date.getTime())
      }),
    )
  })

  test('what is sent is read back as the same second', () => {
    fc.assert(
      fc.property(moment, (date) => {
        expect(instantMs(toWire(date.getTime()))).toBe(Math.floor(date.getTime() / 1000) * 1000)
        expect(toWire(date.getTime())).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      }),
    )
  })

  test.each([
    'soon',
    '',
    '2027-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-01-01T25:00:00Z',
    '2027-01-01',
    '2027-01-01T00:00:00',
    '2027-01-01T00:00:00+24:00',
  ])('rejects %j', (text) => {
    expect(instantMs(text)).toBeNaN()
  })

  test('knows leap days', () => {
    expect(instantMs('2028-02-29T00:00:00+02:00')).toBe(Date.UTC(2028, 1, 28, 22))
  })
})
