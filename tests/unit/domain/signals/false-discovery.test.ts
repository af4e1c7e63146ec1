import { describe, expect, it } from 'vitest'
import { falseDiscoveryRates } from '../../../../src/domain/signals/false-discovery.ts'

describe('falseDiscoveryRates', () => {
  it('multiplies each chance by how many were tried over its rank, never rising above a later one', () => {
    // ranks: 0.01 first of 3 → 0.03; 0.03 second → 0.045 but 0.04 third → 0.04
    expect(falseDiscoveryRates([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04])
  })

  it('leaves one chance as it is, and none as none', () => {
    expect(falseDiscoveryRates([0.2])).toEqual([0.2])
    expect(falseDiscoveryRates([])).toEqual([])
  })

  it('never goes above 1', () => {
    expect(falseDiscoveryRates([1, 1, 0.9])).toEqual([1, 1, 1])
  })
})
