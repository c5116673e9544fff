import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { tokensCalendar } from './calendar.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const token = { uuid: 'b'.repeat(32), name: 'ci', expires_at: '2027-03-03T12:05:00.500Z' }
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
const summaries = (text: string) => unfold(text).filter((line) => line.startsWith('SUMMARY:'))

describe('tokensCalendar', () => {
  it('has an event at the end of each token, with three reminders', () => {
    const lines = unfold(tokensCalendar([token], now))
    expect(lines).toContain('DTSTART:20270303T120500Z')
    expect(lines).toContain('DTSTAMP:20261124T120000Z')
    expect(lines).toContain('SUMMARY:Token ci expires')
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER:-P14D',
      'TRIGGER:-P3D',
      'TRIGGER:-P1D',
    ])
  })

  it('identifies a token by the same event, whatever has changed', () => {
    const uid = (text: string) => unfold(text).find((line) => line.startsWith('UID:'))
    const later = { ...token, name: 'cd', expires_at: '2027-04-01T00:00:00Z' }
    expect(uid(tokensCalendar([later], now + 1))).toBe(uid(tokensCalendar([token], now)))
  })

  it('can be parsed: each event has its end, its name and three reminders', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text))
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 5 }), (names) => {
        const tokens = names.map((one, index) => ({ ...token, name: one, uuid: String(index).padStart(32, '0') }))
        const calendar = new ICAL.Component(ICAL.parse(tokensCalendar(tokens, now)))
        const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
        expect(events.map(({ uid }) => uid)).toEqual(tokens.map(({ uuid }) => `${uuid}@waldur-tokens`))
        expect(events.map(({ summary }) => summary)).toEqual(names.map((one) => `Token ${one} expires`))
        for (const event of events) {
          expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-03T12:05:00.000Z')
          const alarms = event.component.getAllSubcomponents('valarm')
          const days = alarms.map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString())
          expect(days).toEqual(['-P14D', '-P3D', '-P1D'])
        }
      }),
    )
  })

  it('keeps any name within its line, and lines within 75 bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
        const text = tokensCalendar(
          names.map((name) => ({ ...token, name })),
          now,
        )
        expect(summaries(text)).toHaveLength(names.length)
        expect(unfold(text)).toHaveLength(4 + names.length * 22)
        for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      }),
    )
  })

  it('escapes separators', () => {
    expect(summaries(tokensCalendar([{ ...token, name: 'a,b;c\\d\ne' }], now))).toEqual([
      'SUMMARY:Token a\\,b\\;c\\\\d e expires',
    ])
  })
})
