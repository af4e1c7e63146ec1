import { useQuery } from '@tanstack/react-query'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { PinnedView } from '../../../api/view.ts'
import styles from '../../../charts/gap/gap.module.css'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../../domain/editions/holdings.ts'
import { definedOf } from '../../../domain/exhibits/exhibit-ref.ts'
import { equalityCommitments } from '../../../domain/gaps/equality-commitments.ts'
import { buildGaps } from '../../../domain/gaps/gap-model.ts'
import { readSideBySide, whyNoGap } from '../../../domain/gaps/gap-note.ts'
import { borough } from '../../../domain/measures/measure.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import { deliveryWords, judgeMilestone } from '../../../domain/plans/judge-milestone.ts'
import { describeSuccessMeasure, parseSuccessMeasure } from '../../../domain/plans/success-measure.ts'
import { spanOfSearch } from '../../../domain/trends/parts/breakdown.ts'
import { TakeAway } from '../../../exhibits/take-away/TakeAway.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import type { KpiSearch } from '../measure-search.ts'
import { GapContent } from './GapContent.tsx'

export interface GapPanelProps {
  view: PinnedView
  kpi: DescribedKpi
  dimension: Dimension
  search: KpiSearch
  asOf: string
  onSearch: (changes: Partial<KpiSearch>) => void
}

/** How far groups lie from everybody else, and whether that has changed. */
export function GapPanel({ view, kpi, dimension, search, asOf, onSearch }: GapPanelProps) {
  const parts = useQuery(seriesQuery(view, { kpi: kpi.id, dimension: dimension.id }))
  const whole = useQuery(seriesQuery(view, { kpi: kpi.id, dimension: borough.dimension }))
  // both are needed; what is said of one that is not there is said of the gap
  const query = parts.data === undefined || whole.data !== undefined ? parts : { ...whole, data: undefined }
  const { data } = query
  const model =
    data && buildGaps(kpi, dimension, data.series, whole.data?.series[0], view.audience, search.gap)
  return (
    <section className="section" aria-labelledby="gap">
      <div className="section-head">
        <h2 className="heading-2" id="gap">
          Gap between groups
        </h2>
        <p>each group beside everybody else, over twelve months at a time</p>
        <div className="end">
          <TakeAway
            exhibit={{
              kind: 'gap',
              kpi: kpi.id,
              search: definedOf({ ...spanOfSearch(search), dimension: dimension.id, gap: search.gap }),
            }}
            title={`Gap between groups, ${kpi.name}`}
            isShown={Boolean(model)}
          />
        </div>
      </div>
      <QueryPanel query={query} what="gap between groups" height="20rem">
        {() =>
          model ? (
            <GapContent
              model={model}
              dimension={dimension}
              isTable={search.view === 'table'}
              onSearch={onSearch}
            />
          ) : (
            <p className="note">
              {whyNoGap(kpi, view.audience)} {readSideBySide(kpi)}
            </p>
          )
        }
      </QueryPanel>
      <Promises view={view} kpi={kpi} dimension={dimension} asOf={asOf} />
    </section>
  )
}

/** What the plan promises about groups, with its delivery: beside the gap, never as its cause. */
function Promises({ view, kpi, dimension, asOf }: Omit<GapPanelProps, 'search' | 'onSearch'>) {
  const { data: plan } = useQuery(planQuery(view))
  if (!plan) return null
  const promises = equalityCommitments(kpi.id, dimension, plan)
  if (promises.length === 0)
    return <p className="note">The plan makes no promise about the gap between these groups.</p>
  return promises.map((milestone) => {
    const promised = parseSuccessMeasure(milestone.successMeasure)
    return (
      <p key={milestone.id} className={styles.promise}>
        <strong>The plan promises:</strong> {milestone.title}, by {formatDate(milestone.currentDue)}:{' '}
        {deliveryWords[judgeMilestone(milestone, asOf).delivery]}.
        {promised.kind !== 'none' && ` For the whole measure: ${describeSuccessMeasure(promised, kpi)}.`}
      </p>
    )
  })
}
