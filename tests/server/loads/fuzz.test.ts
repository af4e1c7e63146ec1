import { beforeAll, describe, expect, it } from 'vitest'
import { type LoadFuzz, openLoadFuzz } from '../../support/load-fuzz/fuzz-loads.ts'

const seed = 20_251_129
const cases = 300

/** A short run of `npm run fuzz:load`: the same cases each time. */
describe('loads that are changed in one place', () => {
  let fuzz: LoadFuzz

  beforeAll(async () => {
    fuzz = await openLoadFuzz()
  })

  it(`are answered as they must be, ${cases} of them`, async () => {
    const faults: string[] = []
    let accepted = 0
    for (let number = 0; number < cases; number += 1) {
      const { what, fault, isAccepted } = await fuzz.run(seed, number)
      if (isAccepted) accepted += 1
      if (fault !== null) faults.push(`${number} ${what}: ${fault}`)
    }
    expect(faults).toEqual([])
    // a judge that nothing passes, or everything, would find no fault either
    expect(accepted).toBeGreaterThan(cases / 5)
    expect(accepted).toBeLessThan((cases * 4) / 5)
  })

  it('are the same cases for the same seed', () => {
    const words = (run: number) => Array.from({ length: 20 }, (_, number) => fuzz.make(run, number).what)
    expect(words(seed)).toEqual(words(seed))
    expect(words(seed)).not.toEqual(words(seed + 1))
  })
})
