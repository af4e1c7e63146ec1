import { formatPeriod } from '../../../domain/periods/labels.ts'
import type { TrendPoint } from '../../../domain/trends/points.ts'

interface Absence {
  from: number
  to: number
  text: string
}

/** Neighbouring missing or withheld periods share one note. */
export function absences(points: readonly TrendPoint[]): Absence[] {
  const runs: (Absence & { first: string; mark: string; end: number })[] = []
  points.forEach((point, index) => {
    if (point.value !== null) return
    const mark = point.availability === 'suppressed' ? 'withheld [c]' : 'missing [x]'
    const name = formatPeriod(point.period)
    const before = runs.at(-1)
    if (before && before.end === index - 1 && before.mark === mark) {
      before.end = index
      before.to = point.day
      before.text = `${before.first} to ${name} ${mark}`
    } else
      runs.push({ from: point.day, to: point.day, text: `${name} ${mark}`, first: name, mark, end: index })
  })
  return runs
}
