import { describe, expect, it } from 'vitest'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import type { Figure } from '../../../src/domain/figures/figure.ts'
import type { Aggregation } from '../../../src/domain/measures/measure.ts'
import { createReconciler } from '../../../src/ingest/reconcile.ts'
import { aDefinition } from '../../server/support/a-publication.ts'
import { aFigure } from '../../support/a-figure.ts'

function reconcile(aggregation: Aggregation, figures: Figure[]): string[] {
  const reconciler = createReconciler(
    new Map([['ot-waiting', aDefinition({ id: 'ot-waiting', aggregation })]]),
  )
  for (const figure of figures) reconciler.take(figure)
  const problems: LoadProblem[] = []
  reconciler.reportDifferences((problem) => problems.push(problem))
  return problems.map(({ message }) => message)
}

const whole = aFigure({ value: 100, numerator: 40, denominator: 100 })
const team = (value: number, changes: Partial<Figure> = {}) =>
  aFigure({ dimension: 'team', member: `T${value}`, value, ...changes })

describe('createReconciler', () => {
  it('is silent where the parts make the whole', () => {
    expect(reconcile('P', [whole, team(60), team(40)])).toEqual([])
  })

  it('names a breakdown whose parts do not add up, with both numbers', () => {
    expect(reconcile('P', [whole, team(60), team(30)])).toEqual([
      "ot-waiting by team in 2025-08: the parts add up to 90, the borough's figure is 100",
    ])
  })

  it('compares shares by their counts, never by their percentages', () => {
    const halves = [
      team(50, { numerator: 30, denominator: 60 }),
      team(25, { numerator: 10, denominator: 40 }),
    ]
    expect(reconcile('W', [whole, ...halves])).toEqual([])
    expect(reconcile('W', [whole, ...halves.slice(1)])).toEqual([
      "ot-waiting by team in 2025-08: the parts' counts are 10 of 40, the borough's are 40 of 100",
    ])
  })

  it('adds up no medians, distinct people or categories', () => {
    expect((['M', 'D', 'X'] as const).flatMap((rule) => reconcile(rule, [whole, team(1)]))).toEqual([])
  })

  it('reads no missing part as zero', () => {
    expect(reconcile('P', [whole, team(60), team(0, { value: null, availability: 'missing' })])).toEqual([])
  })

  it('looks at every period, in whatever order the rows come', () => {
    const old = (period: string) => [aFigure({ period, value: 5 }), team(1, { period })]
    expect(reconcile('P', [whole, ...old('2025-07'), team(100)])).toEqual([
      "ot-waiting by team in 2025-07: the parts add up to 1, the borough's figure is 5",
    ])
    expect(reconcile('P', ['2025-03', '2025-07', '2025-04', '2025-06', '2025-05'].flatMap(old))).toEqual([
      "ot-waiting by team in 2025-07: the parts add up to 1, the borough's figure is 5; nor do they in 2025-06, 2025-05, 2025-04 and 1 earlier periods",
    ])
  })
})
