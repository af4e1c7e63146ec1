import { describe, expect, it } from 'vitest'
import { nameOfBreakdown } from '../../../../../src/domain/trends/parts/breakdown.ts'

describe('nameOfBreakdown', () => {
  it('says once what a measure is broken down by', () => {
    expect(nameOfBreakdown({ name: 'Waiting for OT assessment' }, 'Town')).toBe(
      'Waiting for OT assessment by town',
    )
    expect(nameOfBreakdown({ name: 'Enquiries by type of abuse' }, 'Type of abuse')).toBe(
      'Enquiries by type of abuse',
    )
  })
})
