import { useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { previewBase } from '../api/preview.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { HereLink } from '../ui/HereLink.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { Notice } from '../ui/states.tsx'
import { Answers } from './Answers.tsx'
import type { ResolvedView } from './resolve-view.ts'

// only a reader of an earlier edition asks for it
const MeasureChanges = lazyPart(() =>
  import('./MeasureChanges.tsx').then(({ MeasureChanges }) => MeasureChanges),
)

const WithdrawnNotice = lazyPart(() =>
  import('./WithdrawnNotice.tsx').then(({ WithdrawnNotice }) => WithdrawnNotice),
)

/** What the reader should know about the address before the page: mended, superseded or withdrawn. */
export function NoticeBar({ resolved, timezone }: { resolved: ResolvedView; timezone: string }) {
  const { edition, latest, view, notices } = resolved
  // pages of one measure are the only ones with an id
  const { id: kpi } = useParams({ strict: false })
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice}>
          <span>{notice}</span>
          <HereLink changes={{ edition: String(view.edition), audience: view.audience }} replace>
            Mend this address
          </HereLink>
        </Notice>
      ))}
      {edition.withdrawn && (
        <ErrorBoundary title={`Edition ${edition.number} was withdrawn`}>
          <Suspense>
            <WithdrawnNotice edition={edition} latest={latest} timezone={timezone} />
            <Answers />
          </Suspense>
        </ErrorBoundary>
      )}
      {edition.number < latest.number && !previewBase() && (
        <Notice>
          <span>
            This is edition {edition.number}. A newer one has been published: edition {latest.number},{' '}
            {latest.label}.
          </span>
          {kpi && (
            <ErrorBoundary title="What it says otherwise of this measure could not be shown">
              <Suspense>
                <MeasureChanges kpi={kpi} view={view} latest={latest.number} />
                <Answers />
              </Suspense>
            </ErrorBoundary>
          )}
          <HereLink changes={{ edition: String(latest.number), audience: view.audience }}>
            Open edition {latest.number}
          </HereLink>
        </Notice>
      )}
    </>
  )
}
