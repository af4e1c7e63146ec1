import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { formatTarget, unitPhrase } from '../../domain/measures/format.ts'
import type { Aggregation, Direction, DisclosureClass } from '../../domain/measures/measure.ts'
import { formatDate, formatPeriod } from '../../domain/periods/labels.ts'
import type { Frequency } from '../../domain/periods/period.ts'

export interface DefinitionFact {
  term: string
  /** one line each */
  values: string[]
}

const combining: Record<Aggregation, string> = {
  S: 'Added up, over groups and over months.',
  P: 'A count on one day: added up over groups, never over months.',
  W: 'Worked out again from its counts; percentages are never averaged.',
  M: 'Never combined: a median or percentile is worked out for each level by itself.',
  D: 'Never combined: a person is counted once in each group and month.',
  X: 'Never totalled: one case may fall into several categories.',
}

const betters: Record<Direction, string> = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  neutral: 'Neither higher nor lower is better by itself.',
}

const frequencies: Record<Frequency, string> = { month: 'Monthly', quarter: 'Quarterly', year: 'Yearly' }

const protections: Record<DisclosureClass, string> = {
  people:
    'Counts of 1 to 4 are withheld, and larger ones that would give one away; others are rounded to the nearest 5.',
  staff: 'About staff: counts of 1 to 4 are withheld, others rounded to the nearest 5.',
  high: 'Rare and sensitive: counts of 1 to 4 are withheld, others rounded to the nearest 5.',
  none: 'Shown as it is.',
  'already-published': 'Shown as it is: the source has published it.',
}

/** Everything that a definition says beyond its sentence, in the order in which a doubter asks. */
export function definitionFacts(kpi: DescribedKpi): DefinitionFact[] {
  return [
    { term: 'Counted as', values: [unitPhrase(kpi)] },
    ...(kpi.denominator && kpi.numerator
      ? [{ term: 'Worked out as', values: [`${kpi.numerator} \u00f7 ${kpi.denominator}`] }]
      : []),
    { term: 'Better', values: [betters[kpi.direction]] },
    { term: 'Combined', values: [combining[kpi.aggregation]] },
    { term: 'How often', values: [frequencies[kpi.frequency]] },
    { term: 'Target', values: targetLines(kpi) },
    { term: 'Broken down by', values: [breakdowns(kpi)] },
    ...partsThatAddUp(kpi),
    { term: 'Owner', values: [kpi.owner] },
    { term: 'Source', values: [kpi.code ? `${kpi.source} (${kpi.code})` : kpi.source] },
    { term: 'In public', values: [protections[kpi.sdc]] },
    { term: 'Version', values: [`${kpi.version}, valid from ${formatDate(kpi.validFrom)}`] },
    ...(kpi.breaks.length
      ? [
          {
            term: 'Changes [b]',
            values: kpi.breaks.map(({ date, title, reason }) => `${formatDate(date)}: ${title}. ${reason}`),
          },
        ]
      : []),
  ]
}

/** Of a median, its cases add up. */
function partsThatAddUp({ addsUp, dimensions, aggregation }: DescribedKpi): DefinitionFact[] {
  if (!addsUp || dimensions.length < 2) return []
  const labels = dimensions.filter(({ id }) => addsUp.includes(id)).map(({ label }) => label)
  const whole = aggregation === 'M' ? 'all cases' : 'the whole'
  const said =
    labels.length > 0 ? `To ${whole}: ${labels.join(', ')}` : 'None: one case may be in several groups'
  return [{ term: 'Parts add up', values: [said] }]
}

function targetLines(kpi: DescribedKpi): string[] {
  if (!kpi.targets.length) return ['None set']
  return kpi.targets.map((target) => {
    const by = target.by ? ` by ${formatDate(target.by)}` : ''
    return `${formatTarget(kpi, target)}${by}, from ${formatPeriod(target.from)}, set by ${target.setBy}`
  })
}

function breakdowns(kpi: DescribedKpi): string {
  const labels = kpi.dimensions.filter(({ id }) => id !== 'borough').map(({ label }) => label.toLowerCase())
  return labels.length ? labels.join(', ') : 'Nothing further'
}
