import { describe, expect, it } from 'vitest'
import { besideBound } from '../../../../src/domain/findings/beside-bound.ts'

const percent = { unit: 'percent', decimals: 0 } as const
const days = { unit: 'days', decimals: 0 } as const

describe('besideBound', () => {
  it('gives the distance that a reader finds between the two numbers', () => {
    expect(besideBound(percent, 87.6, 90)).toEqual({ figure: '88%', distance: '2 percentage points below' })
    expect(besideBound(days, 29.4, 28)).toEqual({ figure: '29 days', distance: '1 day above' })
  })

  it('shows as many decimals as tell that the bound is missed', () => {
    expect(besideBound(percent, 79.6, 80)).toEqual({
      figure: '79.6%',
      distance: '0.4 percentage points below',
    })
    expect(besideBound(days, 28.04, 28)).toEqual({ figure: '28.04 days', distance: '0.04 days above' })
  })

  it('keeps the decimals that the bound was set with', () => {
    expect(besideBound(percent, 96, 97.5)).toEqual({ figure: '96%', distance: '1.5 percentage points below' })
  })
})
