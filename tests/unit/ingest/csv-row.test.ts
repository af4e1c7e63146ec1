import { describe, expect, it } from 'vitest'
import { isBlank, locateField } from '../../../src/ingest/csv-row.ts'

const rowOf = (raw: string) => ({ line: 7, fields: [], raw })

describe('locateField', () => {
  it('counts characters from 1', () => {
    expect(locateField(rowOf('a,bc,d\n'), 0)).toEqual({ line: 7, column: 1 })
    expect(locateField(rowOf('a,bc,d\n'), 2)).toEqual({ line: 7, column: 6 })
  })

  it('does not take a comma in quotation marks for the end of a field', () => {
    expect(locateField(rowOf('a,"x, y",3\n'), 2)).toEqual({ line: 7, column: 10 })
    expect(locateField(rowOf('a,"x ""y"", z",3\n'), 2)).toEqual({ line: 7, column: 16 })
  })

  it('goes on to the next line inside a quoted field', () => {
    expect(locateField(rowOf('"two\r\nlines",x\r'), 1)).toEqual({ line: 8, column: 8 })
  })

  it('places a field that is not there where the record ends', () => {
    expect(locateField(rowOf('a,b\r\n'), 5)).toEqual({ line: 7, column: 4 })
  })

  it('counts a character outside the basic plane once', () => {
    expect(locateField(rowOf('\u{1F600},b\n'), 1)).toEqual({ line: 7, column: 3 })
  })
})

describe('isBlank', () => {
  it('knows lines of separators alone', () => {
    expect(isBlank({ fields: ['', ' ', ''] })).toBe(true)
    expect(isBlank({ fields: ['', '0'] })).toBe(false)
  })
})
