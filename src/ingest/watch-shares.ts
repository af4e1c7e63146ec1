import type { Figure } from '../domain/figures/figure.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import type { Observed } from './observed.ts'
import { type Place, problemAt, type Report } from './problem.ts'

/** Figures of one measure in one file: one form, so one decision. */
interface Group {
  file: string
  kpi: string
  values: number
  isAboveOne: boolean
  isAboveZero: boolean
  first: Place
}

/** How far a written percentage may lie from its counts and still be theirs. */
const rounding = 0.5

/**
 * Watches percentages for files that give shares of 1 instead: all figures of a measure in a file are 1 or less, and
 * not all of them nothing. That is decided once a file and never for a single cell: by a scale in its mapping (100 for
 * shares, 1 for percentages that are so small), or by counts that say it themselves.
 *
 * @example 0.6926, 0.5389 without a scale → refused; 0.7 of 7 ÷ 1,000 → 0.7%; 0.4, 1.2 → percentages
 */
export function watchShares(kpis: ReadonlyMap<string, KpiDefinition>) {
  const groups = new Map<string, Group>()
  return {
    take({ kpi, value, numerator, denominator }: Figure, observed: Observed, file: string) {
      if (value === null || kpis.get(kpi)?.unit !== 'percent' || observed.isScaleSaid) return
      const isCounted =
        numerator !== null &&
        denominator !== null &&
        denominator > 0 &&
        Math.abs((100 * numerator) / denominator - value) <= rounding
      if (isCounted) return
      const key = `${file}\u001f${kpi}`
      const group = groups.get(key)
      if (!group) {
        const first = observed.place('value')
        groups.set(key, { file, kpi, values: 1, isAboveOne: value > 1, isAboveZero: value > 0, first })
        return
      }
      group.values += 1
      group.isAboveOne ||= value > 1
      group.isAboveZero ||= value > 0
    },
    report(report: Report) {
      for (const { kpi, values, isAboveOne, isAboveZero, first } of groups.values()) {
        if (isAboveOne || !isAboveZero) continue
        report(
          problemAt(first).error(
            `${kpi} is a percentage, and ${values === 1 ? 'its figure' : `all ${values} of its figures`} in this file ${values === 1 ? 'is' : 'are'} from 0 to 1`,
            'say which it is in the mapping of this file: "scale": 100 where these are shares of 1, "scale": 1 where they are percentages as they stand',
          ),
        )
      }
    },
  }
}
