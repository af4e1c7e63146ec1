import { describe, expect, it } from 'vitest'
import { CardMarks } from '../../../../src/features/themes/CardMarks.tsx'
import type { CardPoint, ThemeCard } from '../../../../src/features/themes/theme-cards.ts'
import { drawMarks, ofClass, pathsOf } from '../../../support/drawn-marks.ts'

const point: CardPoint = {
  ...{ period: '2025-01', value: 2, availability: 'present', provisional: false, n: null, startsAnew: false },
}
const points = [2, 4, null, 6, 8].map(
  (value, row): CardPoint => ({ ...point, period: `2025-0${row + 1}`, value }),
)

function drawn(changes: Partial<ThemeCard>) {
  const card: ThemeCard = {
    ...{ member: 'Physical', label: 'Physical', latest: '8', reading: '', points, segments: [], special: [] },
    ...{ analysis: null, flags: [] },
    ...changes,
  }
  const scale = { upper: 10, ticks: [0, 5, 10] }
  return drawMarks(
    <CardMarks card={card} model={{ cards: [card], periods: ['2025-01', '2025-05'], scale }} />,
  )
}

describe('the picture of one category', () => {
  it('draws nothing through a missing month', () => {
    expect(pathsOf(drawn({}), 'line').map((line) => line?.split('L').length)).toEqual([2, 2])
  })

  it('ends with a filled dot, which is hollow while the figure is provisional', () => {
    const settling = points.map((one, row) => ({ ...one, provisional: row === 4 }))
    expect(drawn({}).at(-1)?.classes).toEqual(['dot'])
    expect(drawn({ points: settling }).at(-1)?.classes).toEqual(['hollow'])
  })

  it('keeps the diamond of a latest figure that stands out, hollow while it is provisional', () => {
    const special = [{ period: '2025-05', cause: 'Above UCL', type: 'special_cause_neutral_high' } as const]
    const settling = points.map((one, row) => ({ ...one, provisional: row === 4 }))
    expect(drawn({ special }).at(-1)?.classes).toEqual(['special'])
    expect(drawn({ special, points: settling }).at(-1)?.classes).toEqual(['hollowSpecial'])
    expect(ofClass(drawn({ special }), 'dot')).toEqual([])
  })

  it('has a usual range for its own months, never below nought, and a diamond on what stands out', () => {
    const marks = drawn({
      segments: [
        { from: '2025-02', to: '2025-05', mean: 5, lower: -1, upper: 9, isTrial: false, reason: null },
      ],
      special: [{ period: '2025-04', cause: 'Above UCL', type: 'special_cause_neutral_high' }],
    })
    // 82 px is nought; four months of five
    expect(ofClass(marks, 'range')[0]?.attributes).toEqual({
      x: '83',
      y: '17.2',
      width: '147',
      height: '64.8',
    })
    expect(ofClass(marks, 'special')).toHaveLength(1)
  })
})
