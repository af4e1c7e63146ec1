import { describe, expect, it } from 'vitest'
import { likeness } from '../../../../src/domain/search/match-word.ts'
import { wordsOf } from '../../../../src/domain/search/words.ts'

describe('wordsOf', () => {
  it('leaves case, accents, apostrophes and plurals out', () => {
    expect(wordsOf('Carer’s Cafés, DIRECT payments')).toEqual(['carer', 'cafe', 'direct', 'payment'])
  })

  it('parts at hyphens and stops, and keeps short words as they are', () => {
    expect(wordsOf('self-neglect s.42 as')).toEqual(['self', 'neglect', 's', '42', 'as'])
  })

  it('finds no words in nothing', () => {
    expect(wordsOf(' – ')).toEqual([])
  })
})

describe('likeness', () => {
  it('knows the same word, its beginning and its stem', () => {
    expect(likeness('dol', 'dol')).toBe('same')
    expect(likeness('wait', 'waiting')).toBe('beginning')
    expect(likeness('waiting', 'wait')).toBe('same-stem')
    expect(likeness('waitng', 'wait')).toBe('none')
  })

  it('forgives one letter in four to six, and two in longer words', () => {
    expect(likeness('carre', 'carer')).toBe('misspelt')
    expect(likeness('safegarding', 'safeguarding')).toBe('misspelt')
    expect(likeness('neglekt', 'neglect')).toBe('misspelt')
    expect(likeness('cxrxr', 'carer')).toBe('none')
  })

  it('forgives nothing in short words, which are all near one another', () => {
    expect(likeness('ot', 'at')).toBe('none')
    expect(likeness('pla', 'pay')).toBe('none')
  })

  it('never takes one figure for another', () => {
    expect(likeness('2025', '2026')).toBe('none')
  })
})
