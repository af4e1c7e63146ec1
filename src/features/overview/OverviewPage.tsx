import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { rowAnalysesQuery } from '../../api/computed-here.ts'
import { overviewQuery } from '../../api/overview.ts'
import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { rankAttention } from '../../domain/scorecard/attention.ts'
import type { Scorecard as ScorecardFigures } from '../../domain/scorecard/scorecard.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { type AnalysisState, writeHeadline } from './headline.ts'
import { NeedsAttention } from './NeedsAttention.tsx'
import styles from './OverviewPage.module.css'
import type { OverviewSearch } from './overview-search.ts'
import { Scorecard } from './Scorecard.tsx'
import { buildRow } from './scorecard-model.ts'
import { Tally } from './Tally.tsx'

export interface OverviewPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: OverviewSearch
  onSearch: (changes: Partial<OverviewSearch>) => void
}

/** What needs our attention this month? */
export function OverviewPage({ view, edition, organisation, search, onSearch }: OverviewPageProps) {
  const query = useQuery(overviewQuery(view))
  useDocumentTitle('Overview', organisation.service, organisation.name)
  return (
    <QueryPanel query={query} what="overview" height="100vh" heading="Overview">
      {(overview) =>
        overview.kpis.length ? (
          <Overview {...{ overview, view, edition, organisation, search, onSearch }} />
        ) : (
          <>
            <h1 className="finding">This edition holds no measures</h1>
            <EmptyState
              title="Nothing to show"
              detail="Definitions and figures have not been loaded for it."
            />
          </>
        )
      }
    </QueryPanel>
  )
}

function Overview({
  overview,
  view,
  edition,
  search,
  onSearch,
}: OverviewPageProps & { overview: ScorecardFigures }) {
  const { kpis, analysis } = useAnalysed(view, overview)
  const rows = useMemo(() => {
    const attention = rankAttention(kpis, edition.dataAsAt)
    return kpis.map((row) => buildRow(row, edition.dataAsAt, attention))
  }, [kpis, edition.dataAsAt])
  // a filter changes nothing above the scorecard, so nothing of it is made again
  const opening = useMemo(() => {
    const headline = writeHeadline(rows, overview.milestones, analysis)
    return (
      <>
        <div className={styles.opening}>
          <p className="kicker">What needs our attention this month?</p>
          <h1 className="finding">{headline.finding}</h1>
          <Tally tally={headline.tally} />
          <p className={`note ${styles.quiet}`}>{headline.quiet}</p>
        </div>
        <NeedsAttention rows={rows} analysis={analysis} />
        <p className="standfirst">{headline.standfirst}</p>
      </>
    )
  }, [rows, overview.milestones, analysis])
  return (
    <>
      {opening}
      <Scorecard rows={rows} search={search} onSearch={onSearch} />
    </>
  )
}

/** The rows with their analysis: as the reply brought it, else computed here from the figures, once they are read. */
function useAnalysed(
  view: PinnedView,
  { kpis }: ScorecardFigures,
): { kpis: ScorecardFigures['kpis']; analysis: AnalysisState } {
  const isBrought = kpis.every((row) => row.analysis !== undefined)
  const { data, isError } = useQuery({ ...rowAnalysesQuery(view), enabled: !isBrought })
  return useMemo(() => {
    if (isBrought) return { kpis, analysis: 'ready' }
    if (!data) return { kpis, analysis: isError ? 'failed' : 'pending' }
    return { kpis: kpis.map((row) => ({ ...row, analysis: data.get(row.id) ?? null })), analysis: 'ready' }
  }, [kpis, isBrought, data, isError])
}
