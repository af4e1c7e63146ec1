import { describe, expect, it } from 'vitest'
import { stateOfRelease } from '../../../../src/domain/actions/release-state.ts'
import { anAction } from '../../../support/an-action.ts'

const officers = anAction({ release: 'officer' })
const released = anAction({ release: 'public' })

describe('stateOfRelease', () => {
  it.each([
    ['officers', officers, undefined],
    ['officers', officers, officers],
    ['with-next-edition', released, undefined],
    ['with-next-edition', released, officers],
    ['published', released, released],
    ['published', { ...released, version: 2, history: [] }, released],
    ['published-as-it-was', { ...released, due: '2025-10-31' }, released],
    ['published-as-it-was', { ...released, whatChanged: 'None is left.' }, released],
    ['taken-back', officers, released],
  ] as const)('is %s', (state, live, frozen) => {
    expect(stateOfRelease(live, frozen)).toBe(state)
  })
})
