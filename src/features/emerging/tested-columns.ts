import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { RecordColumnText } from '../../domain/exhibits/record-table.ts'
import { themeNames } from '../../domain/measures/measure.ts'
import { strengthOf, strengthTable } from '../../domain/signals/strength.ts'
import { dimensionLabel } from './emerging-model.ts'
import { kindWords, meaningMarks } from './signal-marks.ts'

/** How every tested series, flagged or not, is written to a file; of what is not flagged nothing is claimed. */
export function testedColumns(kpis: readonly DescribedKpi[]): RecordColumnText<TestedSeries>[] {
  const described = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const themeOf = ({ kpi }: TestedSeries) => {
    const theme = described.get(kpi)?.theme
    return theme ? themeNames[theme] : null
  }
  return [
    { head: 'Measure', text: ({ kpi }) => described.get(kpi)?.name ?? kpi },
    { head: 'Theme', text: themeOf },
    { head: 'Breakdown', text: ({ kpi, dimension }) => dimensionLabel(described.get(kpi), dimension) },
    { head: 'Part', text: ({ label }) => label },
    { head: 'Tested', text: ({ tested }) => (tested === 'mix' ? 'its share of the mix' : 'the series') },
    { head: 'Flagged', text: ({ flagged }) => (flagged ? 'yes' : 'no') },
    { head: 'p-value', text: ({ pValue }) => pValue },
    { head: 'q-value', text: ({ qValue }) => qValue },
    {
      head: 'Strength',
      text: ({ flagged, qValue }) => (flagged ? strengthTable[strengthOf(qValue)].words : null),
    },
    { head: 'Kind', text: ({ change }) => change && kindWords[change.kind] },
    { head: 'Direction', text: ({ change }) => change && (change.direction > 0 ? 'up' : 'down') },
    { head: 'Since', text: ({ change }) => change?.since ?? null },
    { head: 'Meaning', text: ({ change }) => change && meaningMarks[change.meaning].words },
    { head: 'Mean before', text: ({ change }) => change?.before ?? null },
    { head: 'Mean since', text: ({ change }) => change?.after ?? null },
    { head: 'Mean expected by the trend before', text: ({ change }) => change?.expected ?? null },
    {
      head: 'Meets its target',
      text: ({ change }) => (change?.meetsTarget == null ? null : change.meetsTarget ? 'yes' : 'no'),
    },
    { head: 'Open action', text: ({ change }) => change?.action ?? null },
    { head: 'Sentence', text: ({ change }) => change?.sentence ?? null },
  ]
}
