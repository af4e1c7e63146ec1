import { describe, expect, it } from 'vitest'
import { GapPicture } from '../../../../src/charts/gap/GapPicture.tsx'
import { drawMarks, ofClass, pathsOf, wordsOf } from '../../../support/drawn-marks.ts'

const year = (day: number, difference: number) => ({
  day,
  difference,
  lower: difference - 2,
  upper: difference + 2,
})
/** −10 to 10 over 100 px, 336 px for 100 days: y = 80 − 5 × value, x = 48 + 3.36 × day */
const gap = {
  runs: [[year(0, 4), year(25, 2)], [year(50, -4)], [year(75, -6), year(100, -8)]],
  firstDay: 0,
  lastDay: 100,
  from: 'Sep 2023',
  to: 'Sep 2025',
  ticks: [-10, 0, 10],
}
const picture = <GapPicture gap={gap} label="Asian" size={{ width: 400, height: 156 }} />
const marks = drawMarks(picture)

describe('a gap between groups', () => {
  it('has its line and its interval above nought where the group has more, below where it has less', () => {
    expect(pathsOf(marks, 'line')[0]).toBe('M48 60L132 70')
    expect(pathsOf(marks, 'edge').slice(0, 2)).toEqual(['M48 50L132 60', 'M48 70L132 80'])
    expect(pathsOf(marks, 'band')[0]).toBe('M48 50L132 60L132 80L48 70Z')
  })

  it('draws nothing across a year that is not known', () => {
    expect(pathsOf(marks, 'line')).toHaveLength(3)
    expect(pathsOf(marks, 'line').map((line) => line?.split('L').length)).toEqual([2, 1, 2])
  })

  it('shows a year that stands alone by its interval, upright', () => {
    expect(pathsOf(marks, 'edge')).toContain('M216 90V110')
  })

  it('has nought as a line of its own, and a sign before what is more', () => {
    expect(pathsOf(marks, 'nought')).toEqual(['M48 80H384'])
    expect(wordsOf(picture)).toEqual([
      'Asian less everybody else, percentage points',
      ...['−10', '0', '+10'],
      ...['Year to Sep 2023', 'Year to Sep 2025'],
    ])
  })

  it('ends in a dot at its latest year', () => {
    expect(ofClass(marks, 'dot').at(-1)?.attributes).toMatchObject({ cx: '384', cy: '120' })
  })
})
