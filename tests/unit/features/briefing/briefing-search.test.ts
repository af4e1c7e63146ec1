import { describe, expect, it } from 'vitest'
import { measuresIn } from '../../../../src/features/briefing/briefing-search.ts'

describe('measuresIn', () => {
  it('reads each measure once', () => {
    expect(measuresIn('dp-clients, dol-sent,dp-clients,')).toEqual(['dp-clients', 'dol-sent'])
    expect(measuresIn(undefined)).toEqual([])
  })
})
