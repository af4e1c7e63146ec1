import { Navigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { changesSearchShape } from '../../features/changes/changes-search.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { LoadingPage } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const ChangesPage = lazyPart(() =>
  import('../../features/changes/ChangesPage.tsx').then(({ ChangesPage }) => ChangesPage),
)

export function ChangesRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(changesSearchShape)
  const { to, ...own } = values
  // the later edition is the one that the whole page is of: an address may call it either
  if (to !== undefined) {
    return <Navigate to="." search={{ edition: to, audience: view.audience, ...own }} replace />
  }
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<LoadingPage name="Since last time" />}>
        <ChangesPage
          view={view}
          edition={edition}
          organisation={organisation}
          search={own}
          onSearch={change}
        />
      </Suspense>
    </>
  )
}
