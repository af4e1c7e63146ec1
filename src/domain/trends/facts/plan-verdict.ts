import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { gapInWords, monthsInWords } from '../../findings/difference-words.ts'
import { besidePlan } from '../../measures/apart.ts'
import { countOf, formatValueInWords } from '../../measures/format.ts'
import { capital } from '../../measures/letter-case.ts'
import { formatPeriod } from '../../periods/labels.ts'
import { contradictsGap, type PlanPosition } from '../../trajectory/position.ts'
import type { TrendPoint } from '../points.ts'
import type { Verdict } from './fact.ts'

export function describePosition(
  kpi: DescribedKpi,
  position: PlanPosition,
  last: TrendPoint | undefined,
): Verdict {
  const verdict = { id: 'plan', tone: 'ink' } as const
  switch (position.kind) {
    case 'no-plan':
      return {
        ...verdict,
        icon: 'not-judged',
        words: 'No plan',
        rule: 'No path towards the target has been agreed.',
      }
    case 'unknown':
      return {
        ...verdict,
        icon: 'not-judged',
        words: position.reason === 'not-planned' ? 'No plan for this period' : 'Place on plan unknown',
        rule: unknownRules[position.reason],
      }
    case 'position': {
      const { planned, gap } = position
      const beside = besidePlan(kpi, gap, planned)
      const actual = last?.value == null ? '' : `${formatValueInWords(beside.figure, last.value)} against `
      const rule = `${capital(actual)}${formatValueInWords(beside.other, planned)} planned for ${formatPeriod(position.period)}.`
      return {
        ...verdict,
        icon:
          position.standing === 'worse'
            ? 'off-plan'
            : position.standing === 'none'
              ? 'not-judged'
              : 'on-plan',
        words: [capital(gapInWords(kpi, gap, planned)), monthsOf(position)].filter(Boolean).join(', '),
        rule: [rule, whenPlanned(position)].filter(Boolean).join(' '),
      }
    }
  }
}

const unknownRules = {
  overdue: 'The latest figure is overdue, so its place on the plan is not known.',
  suppressed: 'The latest figure is withheld, so its place on the plan is not shown.',
  missing: 'The latest figure is missing, so its place on the plan is not known.',
  'not-planned': 'The plan has no value for the latest period.',
  rounded:
    'The latest figure is rounded, and so close to the plan that rounding hides on which side it lies.',
}

function monthsOf({ standing, monthsAhead }: Extract<PlanPosition, { kind: 'position' }>): string {
  if (standing === 'level' || standing === 'none' || !monthsAhead) return ''
  if (contradictsGap({ standing, monthsAhead })) return ''
  return monthsInWords(monthsAhead)
}

function whenPlanned(position: Extract<PlanPosition, { kind: 'position' }>): string {
  if (position.standing === 'none' || position.standing === 'level') return ''
  if (position.monthsAhead === null) return 'No month of the plan has this value.'
  if (position.monthsAhead === 0 || contradictsGap(position)) return ''
  const months = countOf(Math.abs(position.monthsAhead), 'month')
  return `The plan holds this value about ${months} ${position.monthsAhead > 0 ? 'later' : 'earlier'}.`
}
