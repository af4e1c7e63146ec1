import { describe, expect, it } from 'vitest'
import { guessSeparator } from '../../../src/ingest/suggest/guess-separator.ts'

describe('what separates the fields of a table that nobody has described', () => {
  it('is not what stands in quotation marks', () => {
    expect(guessSeparator('Town;"Note; with, commas, in it";Month\nActon;"a, b, c";Apr-25\n')).toBe(';')
    expect(guessSeparator('Town,"a;b;c;d;e",Month\nActon,"f;g;h;i;j",Apr-25\n')).toBe(',')
    expect(guessSeparator('Town\t"He said ""no""; twice"\nActon\t1\nHanwell\t2\n')).toBe('\t')
    expect(guessSeparator('Town;"over\ntwo; lines";Month\nActon;x;Apr-25\n')).toBe(';')
  })

  it('is what makes a table where a title has commas, and a comma where nothing does', () => {
    expect(
      guessSeparator('Waiting, by town, in April, May and June\nTown;Month;Waiting\nActon;Apr-25;1\n'),
    ).toBe(';')
    expect(guessSeparator('Waiting\n1\n2\n')).toBe(',')
    expect(guessSeparator('')).toBe(',')
    expect(guessSeparator('Town,Waiting\nActon,1\n')).toBe(',')
  })
})
