import { valueWithNoun } from '../findings/figure-words.ts'
import { besidePlan } from '../measures/apart.ts'
import { formatTarget, formatValue, type MeasuredInWords, workedOut } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { limitsInWords } from './limits.ts'
import type { TrendPoint } from './points.ts'
import { judgementInWords } from './signal-words.ts'

/** The bracketed marks of a figure: [p] provisional, [r] revised, [x] unavailable, [c] confidential. */
export function shorthandOf(point: Pick<TrendPoint, 'availability' | 'provisional' | 'revised'>): string[] {
  if (point.availability === 'missing') return ['[x]']
  if (point.availability === 'suppressed') return ['[c]']
  return [...(point.provisional ? ['[p]'] : []), ...(point.revised ? ['[r]'] : [])]
}

/** The measure as a figure of its time is written: beside the target that held then, and is named beside it. */
export function measureAt<M extends MeasuredInWords>(measure: M, { target }: Pick<TrendPoint, 'target'>): M {
  return target ? { ...measure, targets: [target] } : measure
}

/** The state of a figure in words. */
export function statusOf(point: Pick<TrendPoint, 'availability' | 'provisional' | 'revised'>): string {
  if (point.availability === 'missing') return 'Missing'
  if (point.availability === 'suppressed') return 'Withheld'
  const status = point.provisional ? 'Provisional' : 'Final'
  return point.revised ? `${status}, revised` : status
}

/**
 * A point in one line: what is announced, and what stands above the plot.
 * @example '30 Sep 2025: 309 people waiting, provisional; planned 232; target 150; limits 281 to 353, mean 317; no
 * evidence of real change'
 */
export function readPoint(measure: MeasuredInWords, point: TrendPoint): string {
  const { figure, planned } = writtenAt(measure, point)
  const parts = [`${point.label}: ${figureInWords(figure, point)}`]
  if (point.planned !== null) parts.push(`planned ${formatValue(planned, point.planned)}`)
  if (point.target) parts.push(`target ${formatTarget(measure, point.target)}`)
  if (point.judgement) {
    parts.push(lowerFirst(limitsInWords(measure, point.judgement.limits, point.value)))
    if (point.value !== null) parts.push(lowerFirst(judgementInWords(point.judgement)))
  }
  return parts.join('; ')
}

/** Beside what was planned for it, so that whoever takes the one from the other finds the gap that is told. */
function writtenAt(measure: MeasuredInWords, point: TrendPoint) {
  const { value, planned } = point
  const own = measureAt(measure, point)
  if (value === null || planned === null) return { figure: own, planned: workedOut(measure) }
  const { figure, other } = besidePlan(own, value - planned, planned)
  return { figure, planned: other }
}

function figureInWords(measure: MeasuredInWords, point: TrendPoint): string {
  if (point.value === null) {
    return point.availability === 'suppressed'
      ? 'withheld, because small numbers could identify someone [c]'
      : 'missing, no figure was received [x]'
  }
  const words = [valueWithNoun(measure, point.value)]
  if (point.provisional) words.push('provisional')
  if (point.revised) {
    words.push(
      point.previousValue === null ? 'revised' : `revised from ${formatValue(measure, point.previousValue)}`,
    )
  }
  return words.join(', ')
}
