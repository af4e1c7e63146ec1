import { describe, expect, it } from 'vitest'
import { howCounted } from '../../../../src/domain/gaps/how-counted.ts'

const share = (definition: string) => howCounted({ aggregation: 'W', definition })

describe('howCounted', () => {
  it('adds up what happened in the period', () => {
    expect(share('Of the assessments that started in the month, the share within 28 days.')).toBe('once')
    expect(share('Of the case audits completed in the quarter, the share graded Good.')).toBe('once')
  })

  it('takes people on a day, or since a day, for the same people again', () => {
    expect(share('Of the adults with support on the last day of the month, the share with a payment.')).toBe(
      'again',
    )
    expect(share('Of the carers supported since 1 April, up to the end of the quarter, the share.')).toBe(
      'again',
    )
    expect(share('Full-time posts with nobody in post.')).toBe('again')
  })

  it('never puts distinct people or categories together', () => {
    const definition = 'Of the people with an enquiry concluded in the quarter, the share with another.'
    expect(howCounted({ aggregation: 'D', definition })).toBe('never-together')
    expect(howCounted({ aggregation: 'X', definition })).toBe('never-together')
  })
})
