import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import {
  betterInWords,
  combinedInWords,
  oftenInWords,
  protectionInWords,
} from '../../domain/measures/definition-words.ts'
import { unitPhrase } from '../../domain/measures/format.ts'
import { targetInHistory } from '../../domain/measures/target-history.ts'
import { formatDate } from '../../domain/periods/labels.ts'

export interface DefinitionFact {
  term: string
  /** one line each */
  values: string[]
}

/** Everything that a definition says beyond its sentence, in the order in which a doubter asks. */
export function definitionFacts(kpi: DescribedKpi): DefinitionFact[] {
  return [
    { term: 'Counted as', values: [unitPhrase(kpi)] },
    ...(kpi.denominator && kpi.numerator
      ? [{ term: 'Worked out as', values: [`${kpi.numerator} \u00f7 ${kpi.denominator}`] }]
      : []),
    { term: 'Better', values: [betterInWords[kpi.direction]] },
    { term: 'Combined', values: [combinedInWords[kpi.aggregation]] },
    { term: 'How often', values: [oftenInWords[kpi.frequency]] },
    { term: 'Target', values: targetLines(kpi) },
    { term: 'Broken down by', values: [breakdowns(kpi)] },
    ...partsThatAddUp(kpi),
    { term: 'Owner', values: [kpi.owner] },
    { term: 'Source', values: [kpi.code ? `${kpi.source} (${kpi.code})` : kpi.source] },
    { term: 'In public', values: [protectionInWords[kpi.sdc]] },
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
  return kpi.targets.map((target) => targetInHistory(kpi, target))
}

function breakdowns(kpi: DescribedKpi): string {
  const labels = kpi.dimensions.filter(({ id }) => id !== 'borough').map(({ label }) => label.toLowerCase())
  return labels.length ? labels.join(', ') : 'Nothing further'
}
