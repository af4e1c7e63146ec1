import { useQuery } from '@tanstack/react-query'
import { signalsQuery } from '../../../api/analysis.ts'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { PinnedView } from '../../../api/view.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../../domain/editions/holdings.ts'
import type { Edition, Organisation } from '../../../domain/editions/publication.ts'
import { definedOf } from '../../../domain/exhibits/exhibit-ref.ts'
import { unitPhrase } from '../../../domain/measures/format.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import { borough } from '../../../domain/measures/measure.ts'
import {
  breakdownNote,
  flaggedIn,
  layBreakdown,
  nameOfBreakdown,
  orderInWords,
  spanOfSearch,
  standingOut,
} from '../../../domain/trends/parts/breakdown.ts'
import { type Breakdown, chooseBreakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import type { SmallMultiplesModel } from '../../../domain/trends/parts/small-multiples.ts'
import { titleParts } from '../../../domain/trends/parts/title-parts.ts'
import { TakeAway } from '../../../exhibits/take-away/TakeAway.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { HereLink } from '../../../ui/HereLink.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { EmptyState, Loading } from '../../../ui/states.tsx'
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
  const { view, kpi, breakdown, search, onSearch } = props
  const signals = useQuery(signalsQuery(view))
  const isAsked = breakdown.dimension !== null || search.dimension !== undefined
  const isSettled = isAsked || signals.isFetched || signals.isError
  const dimension =
    isAsked || !isSettled
      ? breakdown.dimension
      : standingOut(kpi, breakdown.choices, signals.data?.signals ?? [])
  const isWhole = kpi.aggregation !== 'X'
  const members = useMembers(props, dimension)
  return (
    // closed, there is only a choice to make, and none on paper
    <section
      className={[`section`, dimension ? '' : 'screen-only', isWhole ? '' : styles.opening].join(' ')}
      aria-labelledby="breakdown"
    >
      <div className="section-head">
        <h2 className="heading-2" id="breakdown">
          {headingOf(isWhole ? members.model : null, dimension)}
        </h2>
        {dimension && (
          <p>
            {isWhole && `By ${lowerFirst(dimension.label)}: `}
            {unitPhrase(kpi)}, one common scale
          </p>
        )}
        {dimension && (
          <div className={`end ${styles.takeAway}`}>
            <TakeAway
              exhibit={{
                kind: 'breakdown',
                kpi: kpi.id,
                search: definedOf({ ...spanOfSearch(search), dimension: dimension.id }),
              }}
              title={nameOfBreakdown(kpi, dimension.label)}
              isShown={members.model !== null}
            />
          </div>
        )}
      </div>
      <div className={styles.breakdown}>
        <BreakdownSelect kpi={kpi} opened={dimension} onSearch={onSearch} />
        {!breakdown.drawn && (
          <div className="screen-only">
            <RangeSelect onSearch={onSearch} />
          </div>
        )}
        {breakdown.drawn?.label && (
          <HereLink className="screen-only" changes={{ member: undefined }}>
            {isWhole ? 'Back to the whole' : 'All categories'}
          </HereLink>
        )}
      </div>
      {!isSettled && <Loading label="Loading breakdown" height="20rem" />}
      {dimension && <Members {...props} {...members} dimension={dimension} isAsked={isAsked} />}
    </section>
  )
}

/** What its parts say; of a measure of categories the page's own heading says that. */
function headingOf(model: SmallMultiplesModel | null, dimension: Dimension | null): string {
  if (model) return titleParts(model)
  return dimension ? `By ${lowerFirst(dimension.label)}` : 'Breakdowns'
}

interface BreakdownSelectProps extends Pick<BreakdownPanelProps, 'kpi' | 'onSearch'> {
  opened: Dimension | null
}

function BreakdownSelect({ kpi, opened, onSearch }: BreakdownSelectProps) {
  const search = useLiveSearch()
  const { choices, dimension } = chooseBreakdown(kpi, search)
  const shown = dimension ?? (search.dimension === undefined ? opened : null)
  return (
    <Choice
      className="screen-only"
      label="Broken down by"
      all={kpi.aggregation === 'X' ? null : 'Nothing'}
      value={shown?.id}
      options={choices.map(({ id, label }) => [id, label])}
      onChoose={(id) => onSearch({ dimension: id ?? borough.dimension, member: undefined })}
    />
  )
}

/** The figures of the members, and how they are laid out; null while they are read, and where the range has none. */
function useMembers({ view, edition, kpi, search }: BreakdownPanelProps, dimension: Dimension | null) {
  const query = useQuery({
    ...seriesQuery(view, { kpi: kpi.id, dimension: dimension?.id ?? borough.dimension }),
    enabled: dimension !== null,
  })
  const plan = useQuery(planQuery(view))
  const signals = useQuery(signalsQuery(view))
  const sources = {
    kpi,
    dimension: dimension?.id ?? borough.dimension,
    series: dimension ? query.data?.series : undefined,
    plan: plan.data,
    asOf: edition.dataAsAt,
  }
  const parts = useQuery(partsJudgedQuery(view, sources))
  // the order is by signal, so that what came later would move every picture; without signals they still stand
  const isSettled = (parts.isFetched || plan.isError) && (signals.isFetched || signals.isError)
  const read = isSettled || query.error ? query : { ...query, data: undefined }
  const model =
    dimension && read.data
      ? layBreakdown(kpi, dimension, read.data.series, search, {
          judged: parts.data ?? new Map(),
          flagged: flaggedIn(signals.data?.signals ?? [], kpi.id, dimension.id),
        })
      : null
  return { query: read, model }
}

interface MembersProps
  extends Pick<BreakdownPanelProps, 'kpi' | 'search' | 'breakdown'>,
    ReturnType<typeof useMembers> {
  dimension: Dimension
  /** whether the address asks for it */
  isAsked: boolean
}

function Members({ kpi, dimension, isAsked, search, breakdown, query, model }: MembersProps) {
  const isTable = search.view === 'table'
  const title = nameOfBreakdown(kpi, dimension.label)
  const chosen = breakdown.drawn?.dimension === dimension.id ? breakdown.drawn.member : null
  return (
    // of a measure of categories nothing stands above it: what stands below waits below the fold
    <QueryPanel query={query} what="breakdown" height={kpi.aggregation === 'X' ? '100vh' : '20rem'}>
      {() =>
        model ? (
          <>
            {isTable ? (
              <MultiplesTable model={model} title={title} dimension={dimension.id} hasLinks />
            ) : (
              <>
                <SmallMultiples model={model} dimension={dimension.id} chosen={chosen} />
                {/* sheets of figures are for whoever asked for them */}
                {isAsked && <PrintedMultiplesTable model={model} title={title} dimension={dimension.id} />}
              </>
            )}
            <p className="note">
              {orderInWords(model)} {breakdownNote(kpi, dimension, model)} Choose a name to see its own trend.
            </p>
          </>
        ) : (
          <EmptyState title="No data for this range" detail="No part of this breakdown has figures in it." />
        )
      }
    </QueryPanel>
  )
}
