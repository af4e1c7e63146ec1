import { Suspense } from 'react'
import { presentSearchShape } from '../../features/present/present-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const PresentPage = lazyPart(() =>
  import('../../features/present/PresentPage.tsx').then(({ PresentPage }) => PresentPage),
)

export function PresentRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(presentSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Presentation" />}>
        <PresentPage
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
