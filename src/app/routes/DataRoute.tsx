import { Suspense } from 'react'
import { dataQualitySearchShape } from '../../features/data/data-quality-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const DataQualityPage = lazyPart(() =>
  import('../../features/data/DataQualityPage.tsx').then(({ DataQualityPage }) => DataQualityPage),
)

export function DataRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(dataQualitySearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Data quality" />}>
        <DataQualityPage
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
