import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import { isUnsettled } from '../../analysis/open-year.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { unknownWords, whyUnknown } from '../../editions/why-unknown.ts'
import { besideBound } from '../../findings/beside-bound.ts'
import { claimOf, type TargetClaim } from '../../findings/claim-of.ts'
import {
  formatTarget,
  formatValue,
  formatValueInWords,
  type Measured,
  workedOut,
} from '../../measures/format.ts'
import { capital } from '../../measures/letter-case.ts'
import { meetsTarget, targetAt } from '../../measures/measure.ts'
import { possibleRange } from '../../measures/possible-range.ts'
import { monthOf } from '../../periods/calendar.ts'
import { formatDate, formatPeriod } from '../../periods/labels.ts'
import type { TrendPoint } from '../points.ts'
import type { Verdict } from './fact.ts'

/** Held against the latest period alone: an older figure would judge a month that nobody has reported. */
export function judgeTarget(
  kpi: DescribedKpi,
  last: TrendPoint | undefined,
  asOf: string,
  analysis: Pick<SeriesAnalysis, 'assurance' | 'claim' | 'hidden' | 'segments' | 'level'> | null,
  points: readonly TrendPoint[] = [],
): Verdict {
  const target = targetAt(kpi.targets, monthOf(asOf))
  const verdict = { id: 'target' as const, tone: 'ink' as const }
  if (!target) {
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'No target',
      rule: 'No target has been set for this measure.',
    }
  }
  const shown = formatTarget(kpi, target)
  const by = target.by ? `, to be reached by ${formatDate(target.by)}` : ''
  const reason = whyUnknown(kpi, last, asOf)
  if (reason || last?.value == null) {
    const why = reason
      ? `The latest figure is ${unknownWords[reason]}.`
      : 'There is no figure to hold against it.'
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'Not known whether target is met',
      rule: `The target is ${describeGoal(kpi, target, shown)}${by}. ${why}`,
    }
  }
  if (analysis?.hidden?.includes('target')) {
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'Not known whether target is met',
      rule: `The target is ${describeGoal(kpi, target, shown)}${by}. The latest figure is rounded, and so close to it that rounding hides on which side it lies.`,
    }
  }
  const met = meetsTarget(last.value, target, kpi.direction)
  const where = `in the latest figure (${last.label})`
  if (met === null) {
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'Not judged',
      rule: `${capital(formatValueInWords(kpi, last.value))} ${where}; ${shown} is expected, and neither more nor less is better.`,
    }
  }
  if (kpi.direction !== 'neutral' && isUnsettled({ points }, met, kpi.direction)) {
    return {
      ...verdict,
      icon: 'not-judged',
      words: 'Target for a year that is not over',
      rule: `${capital(formatValueInWords(kpi, last.value))} so far this year (to ${last.label}). The target is ${describeGoal(kpi, target, shown)}${by}. It is judged when the year is over.`,
    }
  }
  const missed = met ? null : besideTarget(kpi, last.value, target)
  const rule = `${capital(missed?.figure ?? formatValueInWords(kpi, last.value))} ${where}. The target is ${describeGoal(kpi, target, shown)}${by}.`
  const now = missed ? `Target not met, ${missed.distance}` : 'Target met'
  const claim = claimOf(analysis)
  if (!claim) return { ...verdict, icon: met ? 'target-met' : 'off-plan', words: now, rule }
  const look = lookOf(claim, met, usualRangeInWords(kpi, shown, analysis?.level))
  return { ...verdict, ...look, rule: `${now}. ${rule} ${look.rule}` }
}

/**
 * 'usual range'; 'usual range since Mar 2024 (97.4% to 99.2%)' where a level has lasted: the limits drawn beside it
 * are of the whole stretch. One decimal more where a limit would look like the target.
 */
function usualRangeInWords(measure: Measured, target: string, level: SeriesAnalysis['level']): string {
  if (!level) return 'usual range'
  const possible = possibleRange(measure, level.mean)
  const ends = [Math.max(possible.lower, level.lower), Math.min(possible.upper, level.upper)]
  const plain = workedOut(measure)
  const isHidden = ends.some((end) => formatValue(plain, end) === target)
  const shown = isHidden ? { ...plain, decimals: plain.decimals + 1 } : plain
  return `usual range since ${formatPeriod(level.since)} (${ends.map((end) => formatValue(shown, end)).join(' to ')})`
}

/** What limits and figures say of the target, and the rule behind it. */
function lookOf(
  claim: TargetClaim,
  isMetNow: boolean,
  range: string,
): Pick<Verdict, 'icon' | 'tone' | 'words' | 'rule'> {
  switch (claim.kind) {
    case 'reliably-met':
      return {
        icon: 'target-reliable',
        tone: 'improvement',
        words: 'Reliably meets its target',
        rule: `The whole ${range} lies on the right side of it.`,
      }
    case 'reliably-missed':
      return {
        icon: 'target-unreachable',
        tone: 'concern',
        words: 'Reliably misses its target',
        rule: `The whole ${range} lies on the wrong side of it: something has to change.`,
      }
    case 'by-chance':
      return {
        icon: 'target-by-chance',
        tone: 'data',
        words: 'Meets or misses its target by chance',
        rule: `The target lies inside the ${range}.`,
      }
    case 'met-in-all':
    case 'missed-in-all':
    case 'met-in-last':
    case 'missed-in-last': {
      const [isMet, isAll] = [claim.kind.startsWith('met'), claim.kind.endsWith('all')]
      const which = isAll ? `all ${claim.figures} figures` : `the last ${claim.figures} figures`
      return {
        icon: isMet ? 'target-met' : 'off-plan',
        tone: 'ink',
        words: `Target ${isMet ? 'met' : 'missed'} in ${which}`,
        rule: `${capital(which)}${isAll ? ' since limits started' : ''} are on the ${isMet ? 'right' : 'wrong'} side of it${isMet ? ', or on it' : ''}.`,
      }
    }
    case 'met-in-some':
      return {
        icon: isMetNow ? 'target-met' : 'off-plan',
        tone: 'ink',
        words: `Target met in ${claim.figures} of the last ${claim.of} figures`,
        rule: 'Limits do not tell how it is met now: these figures do.',
      }
    case 'met-now':
      return {
        icon: 'target-met',
        tone: 'ink',
        words: 'Target met now, not usually',
        rule: `The whole ${range} lies on the wrong side of it.`,
      }
    case 'missed-now':
      return {
        icon: 'off-plan',
        tone: 'ink',
        words: 'Target missed now, not usually',
        rule: `The whole ${range} lies on the right side of it.`,
      }
  }
}

type Goal = Parameters<typeof formatTarget>[1]

function describeGoal(kpi: DescribedKpi, target: Goal, shown: string): string {
  if (target.value === null) return shown
  // no count is fewer than none
  if (kpi.direction === 'down' && target.value === 0 && kpi.unit === 'count') return shown
  return kpi.direction === 'down'
    ? `${shown} or ${kpi.unit === 'count' ? 'fewer' : 'lower'}`
    : `${shown} or more`
}

/** Against the target, or the end of the band that is passed. */
function besideTarget(kpi: Measured, value: number, target: Goal) {
  const bound = target.value ?? (target.lower !== null && value < target.lower ? target.lower : target.upper)
  return bound === null
    ? { figure: formatValueInWords(kpi, value), distance: 'outside its band' }
    : besideBound(kpi, value, bound)
}
