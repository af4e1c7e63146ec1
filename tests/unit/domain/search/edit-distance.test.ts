import { describe, expect, it } from 'vitest'
import { distanceToBeginning, editDistance } from '../../../../src/domain/search/edit-distance.ts'

describe('editDistance', () => {
  it('counts wrong, missing and extra letters', () => {
    expect(editDistance('safeguarding', 'safeguarding')).toBe(0)
    expect(editDistance('safegarding', 'safeguarding')).toBe(1)
    expect(editDistance('safequardings', 'safeguarding')).toBe(2)
  })

  it('counts a swap of neighbours once', () => {
    expect(editDistance('wiating', 'waiting')).toBe(1)
  })

  it('is the length of the other where one is empty', () => {
    expect(editDistance('', 'carer')).toBe(5)
    expect(editDistance('carer', '')).toBe(5)
  })
})

describe('distanceToBeginning', () => {
  it('forgives what has not been typed yet', () => {
    expect(distanceToBeginning('safegard', 'safeguarding')).toBe(1)
    expect(distanceToBeginning('', 'safeguarding')).toBe(0)
  })
})
