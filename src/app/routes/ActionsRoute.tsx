import { Suspense } from 'react'
import { actionsSearchShape } from '../../features/actions/actions-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const ActionsPage = lazyPart(() =>
  import('../../features/actions/ActionsPage.tsx').then(({ ActionsPage }) => ActionsPage),
)

export function ActionsRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(actionsSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Actions" />}>
        <ActionsPage
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
