import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../../src/domain/exports/csv.ts'

describe('writeCsv', () => {
  it('makes text harmless that a spreadsheet would run, and keeps negative numbers', () => {
    const row = ['=1+1', '+44', '-x', '@SUM(A1)', '\tx', -3]
    expect(writeCsv([row])).toBe("'=1+1,'+44,'-x,'@SUM(A1),'\tx,-3\r\n")
  })

  it('quotes what holds a comma, a quote or a line end', () => {
    expect(writeCsv([['a,b', 'say "so"', 'two\nlines']])).toBe('"a,b","say ""so""","two\nlines"\r\n')
  })

  it('quotes dangerous text after making it harmless', () => {
    expect(writeCsv([['=HYPERLINK("x","y")']])).toBe('"\'=HYPERLINK(""x"",""y"")"\r\n')
  })

  it('leaves a cell empty that has no figure, and an empty row blank', () => {
    expect(writeCsv([[null, 0], []])).toBe(',0\r\n\r\n')
  })
})
