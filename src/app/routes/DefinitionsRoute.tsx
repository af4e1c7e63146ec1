import { Suspense } from 'react'
import { definitionsSearchShape } from '../../features/definitions/definitions-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const DefinitionsPage = lazyPart(() =>
  import('../../features/definitions/DefinitionsPage.tsx').then(({ DefinitionsPage }) => DefinitionsPage),
)

export function DefinitionsRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(definitionsSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Definitions" />}>
        <DefinitionsPage
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
