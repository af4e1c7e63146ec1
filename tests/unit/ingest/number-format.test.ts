import { describe, expect, it } from 'vitest'
import { kindOfFormat, timeOfNumber } from '../../../src/ingest/sheets/number-format.ts'

describe('kindOfFormat', () => {
  it.each([
    ['General', 'number'],
    ['#,##0.0', 'number'],
    ['0.0 "days"', 'number'],
    ['[$£-809]#,##0.00;[RED]-[$£-809]#,##0.00', 'number'],
    ['0.0%', 'percent'],
    ['dd/mm/yyyy', 'day'],
    ['dd/mm/yyyy hh:mm', 'day'],
    ['mmm-yy', 'day'],
    ['mmmm', 'day'],
    ['[$-809]d mmmm yyyy;@', 'day'],
    ['hh:mm', 'time'],
    ['hh:mm:ss AM/PM', 'time'],
    ['[h]:mm', 'time'],
    ['[mm]:ss', 'time'],
    ['[m]', 'time'],
  ])('%s shows a %s', (code, kind) => {
    expect(kindOfFormat(164, code)).toBe(kind)
  })

  it('knows the formats that have a number alone', () => {
    expect([0, 4, 9, 14, 17, 20, 22, 46].map((id) => kindOfFormat(id, undefined))).toEqual([
      'number',
      'number',
      'percent',
      'day',
      'day',
      'time',
      'day',
      'time',
    ])
  })
})

describe('timeOfNumber', () => {
  it('says hours as the cell shows them, beyond a day and below nought', () => {
    expect([1.5, 0.520_833_333_333, -0.0625, 70].map(timeOfNumber)).toEqual([
      '36:00:00',
      '12:30:00',
      '-01:30:00',
      '1680:00:00',
    ])
  })
})
