import { expect, it } from 'vitest'
import { fanInWords } from '../../../../src/domain/trends/forecast.ts'

const people = { unit: 'count', decimals: 0 } as const
const month = { period: '2026-03', median: 0.1, lower80: 0, upper80: 0.4, lower95: 0, upper95: 1.2 }

it('tells no band whose ends are shown alike', () => {
  expect(fanInWords(people, [month])).toBe(
    'If nothing changes, most likely 0 by Mar 2026 (8 chances in 10 or more).',
  )
  expect(fanInWords(people, [{ ...month, upper80: 1 }])).toBe(
    'If nothing changes, 0 to 1 by Mar 2026 (8 chances in 10), most likely about 0.',
  )
})
