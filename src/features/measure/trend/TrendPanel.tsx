import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { definedOf, type ExhibitRef } from '../../../domain/exhibits/exhibit-ref.ts'
import type { Series } from '../../../domain/figures/figure.ts'
import { borough, comparatorDimension } from '../../../domain/measures/measure.ts'
import type { Plan } from '../../../domain/plans/plan.ts'
import { availableLayers } from '../../../domain/trends/available-layers.ts'
import { describeChange } from '../../../domain/trends/comparison.ts'
import { stateFacts } from '../../../domain/trends/facts/kpi-facts.ts'
import { buildLane } from '../../../domain/trends/lane.ts'
import type { Breakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import { buildPoints, yardsticksOf } from '../../../domain/trends/points.ts'
import { buildTrend, heldSpan } from '../../../domain/trends/trend.ts'
import { sourceNote, standfirst, subjectOf } from '../../../domain/trends/trend-words.ts'
import { TakeAway } from '../../../exhibits/take-away/TakeAway.tsx'
import { useChartLayers } from '../../../stores/chart-layers.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { CategoryHead } from '../CategoryHead.tsx'
import { readLayers, writeLayers } from '../exhibits/picture-layers.ts'
import { FactsColumn, VerdictStrip } from '../MeasureHead.tsx'
import styles from '../MeasurePage.module.css'
import type { KpiPageProps } from '../measure-page-props.ts'
import { ReadTogether } from '../together/ReadTogether.tsx'
import { type PageAnalysis, useAnalysis } from '../use-analysis.ts'
import { OtherPlaces } from './OtherPlaces.tsx'
import { TrendControls } from './TrendControls.tsx'
import { TrendFigure } from './TrendFigure.tsx'
import { TrendTable } from './TrendTable.tsx'

export interface TrendPanelProps extends KpiPageProps {
  kpi: DescribedKpi
  breakdown: Breakdown
  /** what stands below: nobody knows how far below until the trend is there, so it waits for it once */
  children: ReactNode
}

/** The series that is drawn large, with everything that it is held against. */
export function TrendPanel(props: TrendPanelProps) {
  const { view, kpi, breakdown, children } = props
  const [hasSettled, setHasSettled] = useState(false)
  const dimension = breakdown.drawn?.dimension ?? breakdown.dimension?.id ?? borough.dimension
  const hasComparators = kpi.dimensions.some(({ id }) => id === comparatorDimension)
  const series = useQuery(seriesQuery(view, { kpi: kpi.id, dimension }))
  const plan = useQuery(planQuery(view))
  const comparators = useQuery({
    ...seriesQuery(view, { kpi: kpi.id, dimension: comparatorDimension }),
    enabled: hasComparators && dimension === borough.dimension,
  })
  const analysis = useAnalysis(view, kpi, breakdown, {
    figures: series.data?.series,
    plan: plan.data,
    asOf: props.edition.dataAsAt,
  })
  // all at once: limits that came later would move everything below
  const settledSeries = analysis.isPending && !series.error ? { ...series, data: undefined } : series
  const isReady = settledSeries.data !== undefined && plan.data !== undefined
  const isSettled = isReady || settledSeries.error !== null || plan.error !== null
  if (isSettled && !hasSettled) setHasSettled(true)
  return (
    <>
      {!isReady && <h1 className="finding">{subjectOf(kpi, breakdown)}</h1>}
      <ErrorBoundary title="The trend could not be shown">
        <QueryPanel query={settledSeries} what="trend" height="100vh">
          {(figures) => (
            <QueryPanel query={plan} what="plan" height="100vh">
              {(agreed) =>
                breakdown.drawn ? (
                  <Trend
                    {...props}
                    drawn={figures.series.find(({ member }) => member === breakdown.drawn?.member)}
                    comparators={comparators.data?.series ?? []}
                    plan={agreed}
                    analysis={analysis}
                  />
                ) : (
                  <CategoryHead
                    kpi={kpi}
                    series={figures.series}
                    analyses={analysis.series}
                    organisation={props.organisation}
                  />
                )
              }
            </QueryPanel>
          )}
        </QueryPanel>
      </ErrorBoundary>
      {hasSettled && children}
    </>
  )
}

interface TrendProps extends Omit<TrendPanelProps, 'children'> {
  drawn: Series | undefined
  comparators: readonly Series[]
  plan: Plan
  analysis: PageAnalysis
}

function Trend({ kpi, breakdown, drawn, comparators, plan, edition, search, onSearch, ...page }: TrendProps) {
  const analysis = page.analysis.drawn
  const own = useChartLayers((state) => state.layers)
  // a link shows what its sender saw; what the reader switches from there is the reader's own
  const layers = search.layers === undefined ? own : readLayers(search.layers)
  const isWhole = breakdown.drawn?.dimension === borough.dimension
  const series = drawn ?? { kpi: kpi.id, ...borough, points: [] }
  const subject = subjectOf(kpi, breakdown)
  const { changes } = page.analysis
  const change = changes.find(({ id }) => id === search.change) ?? null
  const input = { kpi, series, isWhole, comparators, plan, asOf: edition.dataAsAt, search, analysis, change }
  const model = buildTrend({ ...input, layers })
  const held = heldSpan(series)
  const everything = held ? buildPoints(kpi, series, held, yardsticksOf(input)) : []
  const { finding, verdicts, facts } = stateFacts({
    kpi,
    subject,
    points: everything,
    isWhole,
    plan,
    milestones: isWhole ? buildLane(plan.milestones, kpi.id, edition.dataAsAt) : [],
    analysis,
    asOf: edition.dataAsAt,
  })
  const place = isWhole ? page.organisation.name : (breakdown.drawn?.label ?? '')
  const { view: _chartOrTable, ...shaping } = search
  const exhibit: ExhibitRef = {
    kind: 'trend',
    kpi: kpi.id,
    search: definedOf({ ...shaping, layers: writeLayers(layers) }),
  }
  return (
    <>
      <h1 className="finding">{finding}</h1>
      <p className="standfirst">{standfirst(kpi, place, model, page.view.audience)}</p>
      {analysis && <p className={styles.paragraph}>{analysis.paragraph}</p>}
      {page.analysis.error && (
        <Notice>
          <span>What the figures mean could not be read: {page.analysis.error.message}</span>
          <button type="button" className="link-button" onClick={page.analysis.retry}>
            Try again
          </button>
        </Notice>
      )}
      <VerdictStrip verdicts={verdicts} />
      <div className={styles.grid}>
        <section className={styles.panel} aria-labelledby="trend">
          <h2 className="visually-hidden" id="trend">
            Trend
          </h2>
          <TrendControls
            onSearch={onSearch}
            layers={layers}
            available={availableLayers({ kpi, series, isWhole, plan, analysis })}
          >
            {model && (
              <Link
                className="button"
                to="/briefing/$id"
                params={{ id: kpi.id }}
                search={{ ...shaping, layers: writeLayers(layers) }}
              >
                Briefing
              </Link>
            )}
            <TakeAway exhibit={exhibit} title={subject} isShown={model !== null} />
          </TrendControls>
          {model ? (
            <>
              {search.view !== 'table' && (
                <TrendFigure
                  model={model}
                  title={subject}
                  changes={changes.map((one) => describeChange(kpi, one))}
                  selected={change?.id ?? null}
                  onSelect={(id) => onSearch({ change: id ?? undefined })}
                  onWiden={
                    held && held.from < model.span.from
                      ? () => onSearch({ from: undefined, to: undefined, range: 'all' })
                      : null
                  }
                />
              )}
              <div className={search.view === 'table' ? undefined : 'print-only'}>
                <TrendTable model={model} title={subject} frequency={kpi.frequency} />
              </div>
            </>
          ) : (
            <EmptyState
              title="No data for this range"
              detail={held ? 'Figures are held for other periods.' : 'This edition holds no figures for it.'}
              height="26rem"
            >
              {held && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onSearch({ from: undefined, to: undefined, range: 'all' })}
                >
                  Show everything held
                </button>
              )}
            </EmptyState>
          )}
          <p className="note">{sourceNote(kpi, edition, page.organisation)}</p>
        </section>
        <FactsColumn facts={facts} />
      </div>
      {isWhole && model && (
        <ReadTogether
          view={page.view}
          kpiId={kpi.id}
          plan={plan}
          asOf={edition.dataAsAt}
          main={model}
          search={search}
        />
      )}
      {model && <OtherPlaces model={model} />}
    </>
  )
}
