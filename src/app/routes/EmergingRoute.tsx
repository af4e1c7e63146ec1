import { lazy, Suspense } from 'react'
import { emergingSearchShape } from '../../features/emerging/emerging-search.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const EmergingPage = lazy(() =>
  import('../../features/emerging/EmergingPage.tsx').then((module) => ({ default: module.EmergingPage })),
)

export function EmergingRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(emergingSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Emerging issues" />}>
        <EmergingPage
          view={view}
          edition={edition}
          organisation={organisation}
          search={values}
          onSearch={change}
        />
      </Suspense>
    </>
  )
}
