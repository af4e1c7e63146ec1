import { lazy, Suspense } from 'react'
import { Loading } from '../../ui/states.tsx'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

const AccessibilityPage = lazy(() =>
  import('../../features/accessibility/AccessibilityPage.tsx').then((module) => ({
    default: module.AccessibilityPage,
  })),
)

export function AccessibilityRoute() {
  const { organisation } = useReading()
  const { ignored, mend } = usePageSearch({})
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <Suspense fallback={<Loading label="Loading the statement" height="100vh" />}>
        <AccessibilityPage organisation={organisation} />
      </Suspense>
    </>
  )
}
