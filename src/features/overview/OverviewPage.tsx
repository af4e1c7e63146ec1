import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { overviewQuery } from '../../api/overview.ts'
import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import type { Scorecard as ScorecardFigures } from '../../domain/scorecard/scorecard.ts'
import { QueryPanel } from '../../ui/QueryPanel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'
import { writeHeadline } from './headline.ts'
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
  organisation,
  search,
  onSearch,
}: OverviewPageProps & { overview: ScorecardFigures }) {
  const rows = useMemo(
    () => overview.kpis.map((row) => buildRow(row, edition.dataAsAt)),
    [overview, edition.dataAsAt],
  )
  const headline = writeHeadline(rows, overview.milestones)
  return (
    <>
      <div className={styles.opening}>
        <div>
          <p className="kicker">What needs our attention this month?</p>
          <h1 className="finding">{headline.finding}</h1>
          <p className="standfirst">{headline.standfirst}</p>
        </div>
        <Tally tally={headline.tally} total={rows.length} />
      </div>
      <Scorecard
        rows={rows}
        search={search}
        onSearch={onSearch}
        about={{ edition, organisation, audience: view.audience }}
      />
    </>
  )
}
