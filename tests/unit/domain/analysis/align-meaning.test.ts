import { describe, expect, it } from 'vitest'
import { alignMeaning } from '../../../../src/domain/analysis/one-verdict/align-meaning.ts'

const falling = [90, 91, 92, 91, 91, 88]
const level = [90, 91, 91, 91, 91, 91]

describe('alignMeaning', () => {
  it('tells what has gone back three times running as lately, where rounding hides a step', () => {
    expect(alignMeaning('improvement', 'better-not-of-late', falling, true)).toBe('better-not-lately')
    expect(alignMeaning('neutral', 'high-not-of-late', falling, true)).toBe('high-not-lately')
  })

  it('tells nothing where the published figures do not show it, or the year before is withheld', () => {
    expect(alignMeaning('improvement', 'better-not-of-late', level, true)).toBeNull()
    expect(alignMeaning('concern', 'worse-not-on-year', falling, true)).toBeNull()
  })

  it('keeps what is the same, and what is less', () => {
    expect(alignMeaning('improvement', 'improvement', falling, true)).toBe('improvement')
    expect(alignMeaning('better', 'better-not-on-year', falling, true)).toBe('better')
    expect(alignMeaning('better-not-of-late', 'better-not-on-year', falling, true)).toBe('better-not-of-late')
  })

  it('lets published figures deny nothing that those received say', () => {
    expect(alignMeaning('worse-not-on-year', 'concern', falling, true)).toBeNull()
  })
})
