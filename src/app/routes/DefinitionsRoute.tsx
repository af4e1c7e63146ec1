import { DefinitionsPage } from '../../features/definitions/DefinitionsPage.tsx'
import { definitionsSearchShape } from '../../features/definitions/definitions-search.ts'
import { BadLinkNotice } from '../BadLinkNotice.tsx'
import { useReading } from '../reading.ts'
import { usePageSearch } from '../use-page-search.ts'

export function DefinitionsRoute() {
  const { view, edition, organisation } = useReading()
  const { values, ignored, change, mend } = usePageSearch(definitionsSearchShape)
  return (
    <>
      <BadLinkNotice ignored={ignored} onMend={mend} />
      <DefinitionsPage
        view={view}
        edition={edition}
        organisation={organisation}
        search={values}
        onSearch={change}
      />
    </>
  )
}
