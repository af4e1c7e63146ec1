import { describe, expect, it } from 'vitest'
import { findEntries, indexEntries } from '../../../../src/domain/search/find-entries.ts'
import { fold, holdsAll } from '../../../../src/domain/search/fold.ts'

describe('fold', () => {
  it('takes the apostrophe of a keyboard for that of a book, and either for none', () => {
    const apostrophes = ["'", '’', '‘', '`', '´', 'ʼ', '′', '＇', '']
    expect(new Set(apostrophes.map((mark) => fold(`carer${mark}s`)))).toEqual(new Set(['carers']))
  })

  it('takes every dash for a space', () => {
    const dashes = ['-', '\u2010', '\u2011', '–', '—', '−', ' ']
    expect(new Set(dashes.map((mark) => fold(`self${mark}neglect`)))).toEqual(new Set(['self neglect']))
  })

  it('leaves out accents, capitals and what nobody sees', () => {
    expect(fold('CAFÉ, Cafe\u0301, Łódź, Straße, \u200fŒuvre\u200d')).toBe(
      'cafe, cafe, lodz, strasse, oeuvre',
    )
  })

  it('keeps letters that are written from right to left', () => {
    expect(fold('המתנה')).toBe('המתנה')
  })
})

describe('holdsAll', () => {
  it('finds each word anywhere, whichever way it is typed', () => {
    const name = 'People waiting for Carer’s “respite” in the café'
    expect(
      ["carer's", 'carer’s', 'carers', 'CAFE people', "wait carer's", ''].map((find) => holdsAll(name, find)),
    ).toEqual([true, true, true, true, true, true])
    expect(holdsAll(name, "carer's zebra")).toBe(false)
  })
})

describe('findEntries', () => {
  it('finds a name by the apostrophe of any keyboard', () => {
    const index = indexEntries([{ label: 'Carer’s assessments', keywords: [] }])
    expect(
      ["carer's", 'carer’s', 'carerʼs', 'carers'].map((typed) => findEntries(index, typed, 1).length),
    ).toEqual([1, 1, 1, 1])
  })
})
