import { analyseControlChart } from '../src/domain/spc/control-chart.ts'
import { type Comparison, compare, millisecondsOf } from './measure.ts'
import { normalNumbers } from './signals/families.ts'

const seriesCount = 1000
const points = 120

/** Limits and labels of 1,000 series of 120 points against one plain pass: sum and absolute differences. */
export async function controlCharts(): Promise<Comparison> {
  const normal = normalNumbers(120)
  const family = Array.from({ length: seriesCount }, () =>
    Array.from({ length: points }, () => 50 + 5 * normal()),
  )
  // what is worked out is kept and looked at, so that none of it can be left out
  let kept = 0
  const ours = async () => {
    for (const values of family) {
      const chart = analyseControlChart({
        values,
        improvementDirection: 'increase',
        target: 60,
        rebaseAt: [],
        fixAfterNPoints: null,
      })
      kept += chart.segments[0]?.mean ?? 0
    }
  }
  const plain = async () => {
    for (const values of family) {
      let sum = 0
      let differences = 0
      let before = values[0] ?? 0
      for (const value of values) {
        sum += value
        differences += Math.abs(value - before)
        before = value
      }
      kept += sum + differences
    }
  }
  const comparison = await compare(
    { name: 'limits of 1,000 series against one plain pass', unit: 'ms', goal: 'to be watched' },
    () => millisecondsOf(ours),
    () => millisecondsOf(plain),
    20,
    5,
  )
  if (!Number.isFinite(kept)) throw new RangeError('Limits came out as no number.')
  return comparison
}
