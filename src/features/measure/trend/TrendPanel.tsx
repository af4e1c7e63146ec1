import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { definedOf, type ExhibitRef } from '../../../domain/exhibits/exhibit-ref.ts'
import { assembleTrend } from '../../../domain/trends/assemble-trend.ts'
import { availableLayers } from '../../../domain/trends/available-layers.ts'
import { describeChange } from '../../../domain/trends/comparison.ts'
import type { Breakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import { sourceNote, standfirst, subjectOf } from '../../../domain/trends/trend-words.ts'
import { TakeAway } from '../../../exhibits/take-away/TakeAway.tsx'
import { useChartLayers } from '../../../stores/chart-layers.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { CategoryHead, CategoryTold } from '../CategoryHead.tsx'
import { CoarserPanel } from '../coarser/CoarserPanel.tsx'
import { readLayers, writeLayers } from '../exhibits/picture-layers.ts'
import { FactsColumn, Paragraph, Standing, WorkedOut } from '../MeasureHead.tsx'
import styles from '../MeasurePage.module.css'
import type { KpiPageProps } from '../measure-page-props.ts'
import { ReadTogether } from '../together/ReadTogether.tsx'
import { ChangeList } from './ChangeList.tsx'
import { MilestoneSection } from './MilestoneSection.tsx'
import { OtherPlaces } from './OtherPlaces.tsx'
import { TrendControls } from './TrendControls.tsx'
import { TrendFigure } from './TrendFigure.tsx'
import { TrendTable } from './TrendTable.tsx'
import { type TrendRead, trendQuery } from './trend-query.ts'

export interface TrendPanelProps extends KpiPageProps {
  kpi: DescribedKpi
  breakdown: Breakdown
  /** its parts side by side: of a measure of categories, all there is to see */
  parts: ReactNode
  /** what stands below: nobody knows how far below until the trend is there, so it waits for it once */
  children: ReactNode
}

/** The series that is drawn large, with everything that it is held against. */
export function TrendPanel(props: TrendPanelProps) {
  const { view, kpi, breakdown, edition, parts, children } = props
  const [hasSettled, setHasSettled] = useState(false)
  // all at once: limits that came later would move everything below
  const trend = useQuery(trendQuery(view, { kpi, breakdown, asOf: edition.dataAsAt }))
  const isSettled = trend.data !== undefined || trend.error !== null
  if (isSettled && !hasSettled) setHasSettled(true)
  return (
    <>
      {!trend.data && <h1 className="finding">{subjectOf(kpi, breakdown)}</h1>}
      <ErrorBoundary title="The trend could not be shown">
        <QueryPanel query={trend} what="trend" height="100vh">
          {(read) =>
            breakdown.drawn ? (
              <Trend {...props} read={read} onRetry={() => void trend.refetch()} />
            ) : (
              <>
                <CategoryHead
                  kpi={kpi}
                  series={read.figures}
                  analyses={analysesOf(read)}
                  organisation={props.organisation}
                />
                <Failures of={read} onRetry={() => void trend.refetch()} />
              </>
            )
          }
        </QueryPanel>
      </ErrorBoundary>
      {hasSettled && parts}
      {trend.data && !breakdown.drawn && (
        <CategoryTold kpi={kpi} series={trend.data.figures} analyses={analysesOf(trend.data)} />
      )}
      {hasSettled && children}
    </>
  )
}

const analysesOf = ({ failures, analyses }: TrendRead) => (failures.length > 0 ? null : analyses)

/** What the figures stand without, each with the way to ask for it again. */
function Failures({ of: { failures }, onRetry }: { of: TrendRead; onRetry: () => void }) {
  return failures.map(({ what, error }) => (
    <Notice key={what}>
      <span>
        {what} could not be read: {error.message}
      </span>
      <button type="button" className="link-button" onClick={onRetry}>
        Try again
      </button>
    </Notice>
  ))
}

interface TrendProps extends Omit<TrendPanelProps, 'parts' | 'children'> {
  read: TrendRead
  onRetry: () => void
}

function Trend({ kpi, breakdown, read, edition, search, onSearch, onRetry, ...page }: TrendProps) {
  const own = useChartLayers((state) => state.layers)
  // a link shows what its sender saw; what the reader switches from there is the reader's own
  const layers = search.layers === undefined ? own : readLayers(search.layers)
  const trend = assembleTrend(read, { search, layers, asOf: edition.dataAsAt })
  const { subject, isWhole, model, held, analysis, change } = trend
  const place = isWhole ? page.organisation.name : (breakdown.drawn?.label ?? '')
  const { view: _chartOrTable, ...shaping } = search
  const exhibit: ExhibitRef = {
    kind: 'trend',
    kpi: kpi.id,
    search: definedOf({ ...shaping, layers: writeLayers(layers) }),
  }
  const [latest, ...facts] = trend.facts
  const isTable = search.view === 'table'
  const table = model && <TrendTable model={model} title={subject} frequency={kpi.frequency} />
  const widen =
    held && model && held.from < model.span.from
      ? () => onSearch({ from: undefined, to: undefined, range: 'all' })
      : null
  const select = (id: string | null) => onSearch({ change: id ?? undefined })
  const changes = trend.changes.map((one) => describeChange(kpi, one))
  return (
    <>
      <div className={styles.first}>
        <h1 className={`finding ${styles.title}`}>{trend.finding}</h1>
        <p className={`standfirst ${styles.subtitle}`}>
          {standfirst(kpi, place, model, page.view.audience)} {page.organisation.marking}
        </p>
        <Failures of={read} onRetry={onRetry} />
        <Standing latest={latest} verdicts={trend.verdicts} />
        <div className={styles.grid}>
          <section className={styles.panel} aria-labelledby="trend">
            <h2 className="visually-hidden" id="trend">
              Trend
            </h2>
            <TrendControls onSearch={onSearch} layers={layers} available={availableLayers(trend)}>
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
            {model && !isTable && (
              <TrendFigure
                model={model}
                title={subject}
                changes={changes}
                selected={change?.id ?? null}
                onSelect={select}
              />
            )}
            {isTable && table}
            {!model && (
              <EmptyState
                title="No data for this range"
                detail={
                  held ? 'Figures are held for other periods.' : 'This edition holds no figures for it.'
                }
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
          </section>
          <FactsColumn facts={facts} />
        </div>
      </div>
      <div className={styles.told}>
        <div>
          {analysis && <Paragraph>{analysis.paragraph}</Paragraph>}
          <WorkedOut />
          {model && !isTable && (
            <ChangeList changes={changes} selected={change?.id ?? null} onSelect={select} />
          )}
        </div>
        <div>
          {model && <MilestoneSection model={model} onWiden={widen} />}
          <p className="note">{sourceNote(kpi, edition, page.organisation)}</p>
        </div>
      </div>
      {/* on paper it follows what is told of it */}
      {!isTable && <div className="print-only">{table}</div>}
      <CoarserPanel trend={trend} view={search.view} />
      {isWhole && model && (
        <ReadTogether
          view={page.view}
          kpiId={kpi.id}
          plan={trend.plan}
          asOf={edition.dataAsAt}
          main={model}
          search={search}
        />
      )}
      {model && <OtherPlaces model={model} />}
    </>
  )
}
