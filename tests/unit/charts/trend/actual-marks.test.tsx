import { describe, expect, it } from 'vitest'
import { ActualMarks } from '../../../../src/charts/trend/ActualMarks.tsx'
import type { TrendPoint } from '../../../../src/domain/trends/points.ts'
import { aPlot, aSignal, aTrendPoint, someScales } from '../../../support/a-trend.ts'
import { drawMarks, ofClass, pathsOf } from '../../../support/drawn-marks.ts'

function drawn(points: readonly TrendPoint[], shows: { revisions?: boolean; signals?: boolean } = {}) {
  const model = {
    points: [...points],
    showRevisions: shows.revisions ?? true,
    showSignals: shows.signals ?? true,
  }
  return drawMarks(<ActualMarks model={model} plot={aPlot} scales={someScales} />).filter(
    ({ tag }) => tag !== 'g',
  )
}

describe('a figure on the trend', () => {
  it('is a filled dot at its day and value', () => {
    expect(drawn([aTrendPoint({ day: 30, value: 70 })])).toEqual([
      { tag: 'circle', classes: ['point'], attributes: { cx: '30', cy: '30', r: '2.2' } },
    ])
  })

  it('is a larger, hollow dot while it is provisional', () => {
    const marks = drawn([aTrendPoint({ provisional: true })])
    expect(marks.map(({ tag, classes }) => [tag, ...classes])).toEqual([['circle', 'hollow']])
    expect(Number(marks[0]?.attributes.r)).toBeGreaterThan(2.2)
  })

  it('is a dot at zero, and no sign of absence, where nought was counted', () => {
    expect(drawn([aTrendPoint({ value: 0 })])).toMatchObject([
      { classes: ['point'], attributes: { cy: '100' } },
    ])
  })

  it('is a cross on the axis, and no dot, where it is missing', () => {
    const marks = drawn([aTrendPoint({ value: null, availability: 'missing' })])
    expect(marks.map(({ classes }) => classes)).toEqual([['missing']])
    expect(marks[0]?.attributes.d).toMatch(/^M6 90/)
  })

  it('is a hatched box, not a cross and not a dot, where it is withheld', () => {
    const marks = drawn([aTrendPoint({ value: null, availability: 'suppressed' })])
    expect(marks.map(({ classes }) => classes)).toEqual([['withheld']])
  })

  it('has a mark for every period, in order', () => {
    const points = [
      aTrendPoint({ period: '2025-07', day: 10 }),
      aTrendPoint({ period: '2025-08', day: 20, value: null, availability: 'missing' }),
      aTrendPoint({ period: '2025-09', day: 30, provisional: true }),
    ]
    expect(drawn(points).map(({ classes }) => classes[0])).toEqual(['point', 'missing', 'hollow'])
  })

  it('is an arrow at the edge that points to where it lies, above or below the scale', () => {
    const [above, below] = drawn([
      aTrendPoint({ period: '2025-08', value: 900 }),
      aTrendPoint({ period: '2025-09', value: -900 }),
    ])
    // the tip stands on the edge, the base 9 px inside
    expect(above).toMatchObject({ classes: ['offScale'], attributes: { d: 'M10 0l5 9h-10Z' } })
    expect(below).toMatchObject({ classes: ['offScale'], attributes: { d: 'M10 100l5 -9h-10Z' } })
  })
})

describe('a figure that stands out from chance', () => {
  const shapes = {
    disc: /a4\.6 4\.6 0 1 0/,
    diamond: /^M10 44\.25l5\.75 5\.75l-5\.75 5\.75l-5\.75 -5\.75Z$/,
    square: /h8\.28v8\.28h-8\.28Z$/,
  }
  it.each([
    ['special_cause_improvement', 'disc'],
    ['special_cause_concern', 'diamond'],
    ['special_cause_neutral_high', 'square'],
    ['special_cause_neutral_low', 'square'],
  ] as const)('%s is a %s, in class and in shape', (type, shape) => {
    const marks = drawn([aSignal(type)])
    expect(marks.map(({ classes }) => classes)).toEqual([[shape]])
    expect(marks[0]?.attributes.d).toMatch(shapes[shape])
  })

  it('keeps its shape and is hollow while it is provisional', () => {
    expect(drawn([aSignal('special_cause_concern', { provisional: true })])).toMatchObject([
      { classes: ['diamond', 'hollowSignal'] },
    ])
  })

  it('is a plain dot where limits are switched off', () => {
    const marks = drawn([aSignal('special_cause_concern')], { signals: false })
    expect(marks.map(({ classes }) => classes)).toEqual([['point']])
  })
})

describe('a revised figure', () => {
  const revised = aTrendPoint({ revised: true, previousValue: 30 })

  it('is tied to the value it replaced, which is a ring of its own under it', () => {
    const marks = drawn([revised])
    expect(pathsOf(marks, 'revised')).toEqual(['M10 50V70'])
    expect(ofClass(marks, 'revisedOld')).toMatchObject([{ attributes: { cx: '10', cy: '70' } }])
    expect(marks.at(-1)).toMatchObject({ classes: ['point'], attributes: { cy: '50' } })
  })

  it('stands alone where revisions are switched off', () => {
    expect(drawn([revised], { revisions: false }).map(({ classes }) => classes)).toEqual([['point']])
  })
})
