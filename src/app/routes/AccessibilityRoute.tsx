import { lazy, Suspense } from 'react'
import { LoadingPage } from '../../ui/states.tsx'
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
      <Suspense fallback={<LoadingPage name="Accessibility statement" />}>
        <AccessibilityPage organisation={organisation} />
      </Suspense>
    </>
  )
}
