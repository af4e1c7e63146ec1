import type { DataQuality } from '../../domain/data-quality/data-quality.ts'
import { numberInWords } from '../../domain/measures/format.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { Want } from './data-quality-search.ts'
import { wantsOf } from './quality-rows.ts'

/**
 * How far the figures of an edition can be relied on, in one sentence.
 *
 * @example 1 overdue of 48, 1 with a month missing → 'One of 48 measures is overdue and counts as unknown; two
 * have a period missing'
 */
export function writeQualityFinding(quality: DataQuality): string {
  const { summary } = quality
  const { measures, overdue } = summary
  if (measures === 0) return 'This edition holds no measures'
  const late =
    overdue === 0
      ? 'No measure is overdue'
      : `${capital(numberInWords(overdue))} of ${measures} measures ${overdue === 1 ? 'is' : 'are'} overdue and ${overdue === 1 ? 'counts' : 'count'} as unknown`
  return `${late}; ${absenceWords(quality)}`
}

/** How many a filter of the page shows; what is withheld is not missing, and not there either. */
export function countWanting({ measures }: Pick<DataQuality, 'measures'>, want: Want): number {
  return measures.filter((measure) => wantsOf(measure).includes(want)).length
}

function absenceWords(quality: DataQuality): string {
  const [missing, withheld] = [countWanting(quality, 'missing'), countWanting(quality, 'withheld')]
  const first =
    missing === 0
      ? 'no period is missing'
      : `${haveWords(missing)} ${lacksOne(quality, 'missing') ? 'a period' : 'periods'} missing`
  if (withheld === 0) return first
  return `${first}${missing === 0 ? ', but ' : ' and '}${haveWords(withheld)} ${lacksOne(quality, 'withheld') ? 'one' : 'some'} withheld`
}

function haveWords(measures: number): string {
  return `${numberInWords(measures)} ${measures === 1 ? 'has' : 'have'}`
}

/** Whether no measure lacks more than one period. */
function lacksOne({ measures }: DataQuality, absence: 'missing' | 'withheld'): boolean {
  return measures.every(({ completeness }) => completeness[absence].length <= 1)
}

/** Which ones are overdue, and what that means; then what may still change. */
export function writeQualityStandfirst({ summary, measures }: DataQuality): string {
  const late = measures
    .filter(({ isOverdue }) => isOverdue)
    .map(({ name, due }) => (due === null ? name : `${name}, due on ${formatDate(due)}`))
  return [
    late.length > 0 &&
      `Overdue: ${late.join('; ')}. Until ${late.length === 1 ? 'it comes' : 'they come'}, the overview counts ${late.length === 1 ? 'the measure' : 'these measures'} as unknown, never as good, and the period is missing.`,
    summary.provisional > 0 &&
      `${capital(numberInWords(summary.provisional))} ${summary.provisional === 1 ? 'measure has' : 'measures have'} provisional figures, which late records may still change.`,
    summary.revised > 0
      ? `${capital(numberInWords(summary.revised))} ${summary.revised === 1 ? 'has' : 'have'} had final figures restated.`
      : 'No final figure has been restated.',
  ]
    .filter(Boolean)
    .join(' ')
}
