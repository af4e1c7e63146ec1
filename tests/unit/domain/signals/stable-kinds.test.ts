import { describe, expect, it } from 'vitest'
import { normalNumbers } from '../../../../bench/signals/families.ts'
import { stableKinds } from '../../../../bench/signals/kinds.ts'
import { findSignalsAndMixes } from '../../../../src/domain/signals/find-signals.ts'

/** One family of 200 of each kind: the rates are in docs/calculations.md; this shows that no kind is full of flags. */
describe('families of 200 series in which nothing has changed', () => {
  it.each(stableKinds)('hold hardly a flag: $name', ({ make }) => {
    const { series, mixes, known } = make(normalNumbers(77))
    const { signals } = findSignalsAndMixes(series, mixes, known)
    expect(signals.filter(({ isFlagged }) => isFlagged).length).toBeLessThanOrEqual(1)
  })
})
