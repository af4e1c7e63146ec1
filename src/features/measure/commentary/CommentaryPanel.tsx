import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { commentaryQuery } from '../../../api/commentary.ts'
import { editionsQuery } from '../../../api/editions.ts'
import { sessionQuery } from '../../../api/session.ts'
import type { PinnedView } from '../../../api/view.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Edition, Organisation } from '../../../domain/editions/publication.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { lazyPart } from '../../../ui/lazy-part.ts'
import { QueryPanel } from '../../../ui/QueryPanel.tsx'
import { Loading } from '../../../ui/states.tsx'
import { ActionsPanel } from './ActionsPanel.tsx'
import styles from './Commentary.module.css'
import { groupComments } from './comments.ts'
import { PeriodWords } from './PeriodWords.tsx'

// readers of the panel never need what officers write with
const DraftDesk = lazyPart(() => import('./DraftDesk.tsx').then(({ DraftDesk }) => DraftDesk))

export interface CommentaryPanelProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  kpi: DescribedKpi
}

/** What the service says about a measure, and what it was asked to do about it. */
export function CommentaryAndActions(props: CommentaryPanelProps) {
  return (
    <div className={`section ${styles.two}`}>
      <ErrorBoundary title="What the service says could not be shown">
        <CommentaryPanel {...props} />
      </ErrorBoundary>
      <ErrorBoundary title="The actions could not be shown">
        <ActionsPanel view={props.view} kpi={props.kpi} />
      </ErrorBoundary>
    </div>
  )
}

function CommentaryPanel(props: CommentaryPanelProps) {
  const { view, organisation, kpi } = props
  const query = useQuery(commentaryQuery(view))
  return (
    <section className={styles.panel} aria-labelledby="what-the-service-says">
      <div className="section-head">
        <h2 className="heading-2" id="what-the-service-says">
          What the service says
        </h2>
      </div>
      <QueryPanel query={query} what="comments" height="8rem">
        {({ commentary, audience }) => {
          const [latest, ...earlier] = groupComments(commentary, kpi.id)
          const shown = { timezone: organisation.timezone, audience }
          return latest ? (
            <>
              <PeriodWords {...shown} {...latest} />
              {earlier.length > 0 && (
                <details className={styles.earlier}>
                  <summary>
                    {countOf(
                      earlier.reduce((count, { comments }) => count + comments.length, 0),
                      'earlier comment',
                    )}
                  </summary>
                  {earlier.map((one) => (
                    <PeriodWords key={one.period} {...shown} {...one} />
                  ))}
                </details>
              )}
            </>
          ) : (
            <p className={styles.none}>
              {audience === 'exact'
                ? 'No comment was written for this edition.'
                : 'No comment on this measure was approved for publication in this edition.'}
            </p>
          )
        }}
      </QueryPanel>
      <Desk {...props} />
    </section>
  )
}

/** Where officers write, of the newest edition and of their own figures only: nobody else is told of it. */
function Desk({ view, edition, organisation, kpi }: CommentaryPanelProps) {
  const session = useQuery(sessionQuery())
  const newest = useQuery(editionsQuery()).data?.editions[0]
  const mayWrite = session.data?.can.includes('write-commentary') ?? false
  if (view.audience !== 'exact' || !session.data || !mayWrite || newest?.number !== edition.number)
    return null
  return (
    <div className="screen-only">
      <ErrorBoundary title="The drafts could not be shown">
        <Suspense fallback={<Loading label="Loading drafts" height="6rem" />}>
          <DraftDesk
            kpi={kpi}
            author={session.data.name}
            dataAsAt={edition.dataAsAt}
            timezone={organisation.timezone}
            nextEdition={newest.number + 1}
          />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
