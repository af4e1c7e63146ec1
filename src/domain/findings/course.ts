import { formatValue, formatValueInWords, type Measured } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatPeriod, whenInWords } from '../periods/labels.ts'

/** How figures came to where they have stood since limits started again. */
export interface Course {
  /** what was done before they moved; null where nothing is recorded */
  after: { title: string; period: string } | null
  from: { period: string; value: number }
  to: { period: string; value: number }
  /** the known change from which limits start again */
  since: { title: string; period: string }
  lowest: number
  highest: number
}

/**
 * A move and a standstill as they lie in the figures: "after" and "since", never "because of".
 *
 * @example 'After ‘Trusted assessors trained’ (Jul 2023), the figure fell from 476 on 30 Jun 2023 to 324 on
 * 31 Jul 2024. Since ‘Surge team ended’ (Aug 2024), it has stood between 296 and 332.'
 */
export function courseInWords(measure: Measured, isSnapshot: boolean, course: Course): string[] {
  const { after, from, to, since, lowest, highest } = course
  const at = (period: string) => whenInWords(period, isSnapshot)
  const [low, high] = [formatValue(measure, lowest), formatValue(measure, highest)]
  const most = formatValueInWords(measure, highest)
  const move = `the figure ${to.value < from.value ? 'fell' : 'rose'} from ${formatValueInWords(measure, from.value)} ${at(from.period)} to ${formatValueInWords(measure, to.value)} ${at(to.period)}`
  return [
    after ? `After ${eventOf(after)}, ${move}.` : `${capital(move)}.`,
    `Since ${eventOf(since)}, it has stood ${low === high ? `at ${most}` : `between ${low} and ${most}`}.`,
  ]
}

function eventOf({ title, period }: { title: string; period: string }): string {
  return `‘${title}’ (${formatPeriod(period)})`
}
