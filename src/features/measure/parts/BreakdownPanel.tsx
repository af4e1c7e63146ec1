import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { signalsQuery } from '../../../api/analysis.ts'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { PinnedView } from '../../../api/view.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../../domain/editions/holdings.ts'
import type { Edition, Organisation } from '../../../domain/editions/publication.ts'
import { unitPhrase } from '../../../domain/measures/format.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import {
  breakdownNote,
  flaggedIn,
  layBreakdown,
  nameOfBreakdown,
  orderInWords,
  spanOfSearch,
} from '../../../domain/trends/parts/breakdown.ts'
import { type Breakdown, chooseBreakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { definedOf, TakeAway } from '../../../ui/TakeAway.tsx'
import { useLiveSearch } from '../live-search.ts'
import styles from '../MeasurePage.module.css'
import type { KpiSearch } from '../measure-search.ts'
import { RangeSelect } from '../trend/TrendControls.tsx'
import { MultiplesTable, PrintedMultiplesTable } from './MultiplesTable.tsx'
import { partsJudgedQuery } from './parts-judged.ts'
import { SmallMultiples } from './SmallMultiples.tsx'

export interface BreakdownPanelProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  kpi: DescribedKpi
  breakdown: Breakdown
  search: KpiSearch
  onSearch: (changes: Partial<KpiSearch>) => void
}

/** One breakdown at a time, its members side by side on one scale. */
export function BreakdownPanel(props: BreakdownPanelProps) {
  const { kpi, breakdown, search, onSearch } = props
  const { dimension } = breakdown
  const isWhole = kpi.aggregation !== 'X'
  return (
    // with nothing chosen there is only a choice to make, and none on paper
    <section className={dimension ? 'section' : 'section screen-only'} aria-labelledby="breakdown">
      <div className="section-head">
        <h2 className="heading-2" id="breakdown">
          {dimension ? `By ${lowerFirst(dimension.label)}` : 'Breakdowns'}
        </h2>
        {dimension && <p>{unitPhrase(kpi)}, one common scale</p>}
        {dimension && (
          <div className="end">
            <TakeAway
              exhibit={{
                kind: 'breakdown',
                kpi: kpi.id,
                search: definedOf({ ...spanOfSearch(search), dimension: dimension.id }),
              }}
              title={nameOfBreakdown(kpi, dimension.label)}
            />
          </div>
        )}
      </div>
      <div className={styles.breakdown}>
        <BreakdownSelect kpi={kpi} onSearch={onSearch} />
        {!breakdown.drawn && (
          <div className="screen-only">
            <RangeSelect onSearch={onSearch} />
          </div>
        )}
        {breakdown.drawn?.label && (
          <Link
            className="screen-only"
            to="."
            search={({ member: _, ...rest }: Record<string, string>) => rest}
          >
            {isWhole ? 'Back to the whole' : 'All categories'}
          </Link>
        )}
      </div>
      {dimension && <Members {...props} dimension={dimension} />}
    </section>
  )
}

function BreakdownSelect({ kpi, onSearch }: Pick<BreakdownPanelProps, 'kpi' | 'onSearch'>) {
  const { choices, dimension } = chooseBreakdown(kpi, useLiveSearch())
  return (
    <Choice
      className="screen-only"
      label="Broken down by"
      all={kpi.aggregation === 'X' ? null : 'Nothing: the whole'}
      value={dimension?.id}
      options={choices.map(({ id, label }) => [id, label])}
      onChoose={(id) => onSearch({ dimension: id, member: undefined })}
    />
  )
}

interface MembersProps extends Omit<BreakdownPanelProps, 'onSearch'> {
  dimension: Dimension
}

function Members({ view, edition, kpi, dimension, search, breakdown }: MembersProps) {
  const query = useQuery(seriesQuery(view, { kpi: kpi.id, dimension: dimension.id }))
  const plan = useQuery(planQuery(view))
  const signals = useQuery(signalsQuery(view))
  const sources = {
    kpi,
    dimension: dimension.id,
    series: query.data?.series,
    plan: plan.data,
    asOf: edition.dataAsAt,
  }
  const parts = useQuery(partsJudgedQuery(view, sources))
  // the order is by signal, so that what came later would move every picture; without signals they still stand
  const isSettled = (parts.isFetched || plan.isError) && (signals.isFetched || signals.isError)
  const isTable = search.view === 'table'
  const title = nameOfBreakdown(kpi, dimension.label)
  const chosen = breakdown.drawn?.dimension === dimension.id ? breakdown.drawn.member : null
  return (
    <QueryPanel
      query={isSettled || query.error ? query : { ...query, data: undefined }}
      what="breakdown"
      height="20rem"
    >
      {({ series }) => {
        const model = layBreakdown(kpi, dimension, series, search, {
          judged: parts.data ?? new Map(),
          flagged: flaggedIn(signals.data?.signals ?? [], kpi.id, dimension.id),
        })
        return model ? (
          <>
            <p className="note">{orderInWords(model)}</p>
            {isTable ? (
              <MultiplesTable model={model} title={title} dimension={dimension.id} hasLinks />
            ) : (
              <>
                <SmallMultiples model={model} dimension={dimension.id} chosen={chosen} />
                <PrintedMultiplesTable model={model} title={title} dimension={dimension.id} />
              </>
            )}
            <p className="note">{breakdownNote(kpi, dimension, model)} Choose a name to see its own trend.</p>
          </>
        ) : (
          <EmptyState title="No data for this range" detail="No part of this breakdown has figures in it." />
        )
      }}
    </QueryPanel>
  )
}
