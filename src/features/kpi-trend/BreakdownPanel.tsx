import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { seriesQuery } from '../../api/series.ts'
import type { PinnedView } from '../../api/view.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../domain/editions/holdings.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { formatValue, unitPhrase } from '../../domain/measures/format.ts'
import { downloadText } from '../../ui/download-text.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Breakdown } from './choose-breakdown.ts'
import styles from './KpiPage.module.css'
import type { KpiSearch } from './kpi-search.ts'
import { chooseRange, clipToHeld } from './model/choose-range.ts'
import { SmallMultiples } from './SmallMultiples.tsx'
import { buildMultiples, spanOfAll } from './small-multiples.ts'
import { RangeSelect } from './TrendControls.tsx'
import { trendFileName, writeMultiplesCsv } from './trend-csv.ts'

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
  const { choices, dimension } = breakdown
  const isWhole = kpi.aggregation !== 'X'
  return (
    // with nothing chosen there is only a choice to make, and none on paper
    <section className={dimension ? 'section' : 'section screen-only'} aria-labelledby="breakdown">
      <div className="section-head">
        <h2 className="heading-2" id="breakdown">
          {dimension
            ? `By ${dimension.label.charAt(0).toLowerCase()}${dimension.label.slice(1)}`
            : 'Breakdowns'}
        </h2>
        {dimension && <p>{unitPhrase(kpi)}, one common scale</p>}
      </div>
      <div className={styles.breakdown}>
        <label className="screen-only">
          Broken down by{' '}
          <select
            className="select"
            value={dimension?.id ?? ''}
            onChange={(event) => onSearch({ dimension: event.target.value || undefined, member: undefined })}
          >
            {isWhole && <option value="">Nothing: the whole</option>}
            {choices.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {!breakdown.drawn && (
          <div className="screen-only">
            <RangeSelect search={search} onSearch={onSearch} />
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

interface MembersProps extends Omit<BreakdownPanelProps, 'onSearch'> {
  dimension: Dimension
}

function Members({ view, edition, organisation, kpi, dimension, search, breakdown }: MembersProps) {
  const query = useQuery(seriesQuery(view, { kpi: kpi.id, dimension: dimension.id }))
  const chosen = breakdown.drawn?.dimension === dimension.id ? breakdown.drawn.member : null
  return (
    <QueryPanel query={query} what="breakdown" height="20rem">
      {({ series }) => {
        const held = spanOfAll(series)
        const span = held && clipToHeld(chooseRange(search, kpi.frequency, held), held)
        const model = span && buildMultiples(kpi, dimension, series, span)
        return model ? (
          <>
            <SmallMultiples model={model} dimension={dimension.id} chosen={chosen} />
            <button
              type="button"
              className={`link-button ${styles.download}`}
              onClick={() =>
                downloadText(
                  trendFileName(kpi.id, `by-${dimension.id}`, edition.number, view.audience),
                  writeMultiplesCsv(model.multiples, dimension.label, {
                    kpi,
                    place: organisation.name,
                    edition,
                    organisation,
                    audience: view.audience,
                  }),
                )
              }
            >
              Download this breakdown as CSV
            </button>
            <p className="note">
              {model.axis.startsAtZero
                ? ''
                : `The common scale starts at ${formatValue(kpi, model.axis.lower)}, not zero. `}
              Hollow points are provisional [p]; [c] withheld because small numbers could identify someone;
              [x] no figure. Choose a name to see its own trend.
            </p>
          </>
        ) : (
          <EmptyState title="No data for this range" detail="No part of this breakdown has figures in it." />
        )
      }}
    </QueryPanel>
  )
}
