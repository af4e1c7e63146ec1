import type { Figure } from '../domain/figures/figure.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import { problemAt, type Report } from './problem.ts'

/** Watches measures whose definition shows fewer decimals than most of their figures are given with. */
export function watchDecimals(kpis: ReadonlyMap<string, KpiDefinition>) {
  const tallies = new Map<string, { figures: number; finer: number }>()
  return {
    take({ kpi, value, numerator, denominator }: Figure) {
      // what is recomputed from its counts has as many decimals as one likes
      if (value === null || (numerator !== null && denominator !== null)) return
      const tally = tallies.get(kpi) ?? { figures: 0, finer: 0 }
      tallies.set(kpi, tally)
      tally.figures += 1
      if (Number(value.toFixed(kpis.get(kpi)?.decimals ?? 0)) !== value) tally.finer += 1
    },
    report(report: Report) {
      for (const [id, { figures, finer }] of tallies) {
        if (finer <= figures / 2) continue
        report(
          problemAt({ file: 'load', line: 0, column: 0 }).notice(
            `${finer} of ${figures} figures of ${id} are given more finely than its definition shows them (decimals ${kpis.get(id)?.decimals ?? 0})`,
            'give more decimals in kpis.csv, if readers should see them',
          ),
        )
      }
    },
  }
}
