import type { CoarserSpan } from '../disclosure/coarser-figures.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { capital, lowerFirst } from '../measures/letter-case.ts'
import { coarserInWords, coarserMeasure, shortOfSpan, whyCoarser } from './coarser-measure.ts'
import type { CoarserAnalysis, SeriesAnalysis } from './edition-analysis.ts'

type Words = Pick<SeriesAnalysis, 'finding' | 'headline' | 'paragraph'>

/**
 * The words of a measure of whose months nothing is told: what is told of its quarters stands beside the reason. Titles,
 * briefings and files read them where they read those of months.
 *
 * @example 'Providers rated high risk: the figure for 31 Oct 2025 is withheld …; in each quarter, …: there is no evidence …'
 */
export function withCoarserWords<Told extends Words>(
  kpi: DescribedKpi,
  told: Told,
  coarser: CoarserAnalysis,
): Told {
  if (!coarser.analysis) return told
  const { span, analysis } = coarser
  return {
    ...told,
    headline: `${capital(shortOfSpan[span])}: ${lowerFirst(analysis.headline)}`,
    finding: `${told.finding.replace(/\.$/, '')}; ${because(kpi, span)}: ${claimOf(analysis.finding)}`,
    paragraph: `${withoutCaveatOf(told.paragraph, analysis.paragraph)} ${capital(because(kpi, span))}: ${withoutName(kpi, span, analysis.paragraph)}`,
  }
}

/** What both end with, that the figures shown are rounded, is said once: at the end. */
function withoutCaveatOf(months: string, quarters: string): string {
  const last = / [^.]*\.$/.exec(quarters)?.[0] ?? ''
  return last !== '' && months.endsWith(last) ? months.slice(0, -last.length) : months
}

/** @example 'in each quarter, since single months can be too small to publish' */
export function because(kpi: Pick<DescribedKpi, 'aggregation'>, span: CoarserSpan): string {
  return `${coarserInWords(kpi, span)}, ${whyCoarser}`
}

/** Of coarser figures of which no verdict is given, where none is given of the months either. */
export const noVerdictOnCoarser =
  'No verdict on change is given of these: there are too few, or single months that are withheld could say otherwise.'

/** What a finding says after its figure, which is another than that of the months. */
function claimOf(finding: string): string {
  const [figure = '', ...claims] = finding.split('; ')
  return claims.length > 0 ? claims.join('; ') : figure
}

/** What is said of quarters begins with the name of the measure: here it has been said. */
function withoutName(kpi: DescribedKpi, span: CoarserSpan, words: string): string {
  const name = `${coarserMeasure(kpi, span).name}: `
  return words.startsWith(name) ? words.slice(name.length) : words
}
