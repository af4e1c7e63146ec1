import { describe, expect, it } from 'vitest'
import { faultsOfCouncil } from '../../../support/faults-of-a-council.ts'

/** The first of those that `npm run evaluate:sentences` reads, all 200 of them. */
const councils = Array.from({ length: 60 }, (_, seed) => seed)

describe('what is said of a council that nobody has looked at', () => {
  it.each(councils)('is borne out by its figures, and is the same story for everybody: %i', (seed) => {
    expect(faultsOfCouncil(seed)).toEqual([])
  })
})
