import type { ComponentType, ReactNode } from 'react'
import type { PinnedView } from '../api/view.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import { BadLinkNotice } from './BadLinkNotice.tsx'
import { useReading } from './reading.ts'
import type { SearchShape, SearchValues } from './search.ts'
import { usePageSearch } from './use-page-search.ts'

/** What every page is given: what it reads, its own part of the address, and how to change that. */
export interface PageProps<Own extends SearchShape> {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: Partial<SearchValues<Own>>
  onSearch: (changes: Partial<Record<keyof Own, unknown>>) => void
}

/** A page as the table of routes holds it. */
export interface PageAtAddress<Own extends SearchShape> {
  (): ReactNode
  /** its own parameters: what a link to it may say */
  shape: Own
}

/**
 * A page at its address: it names what of the address it cannot use.
 *
 * @param shape its own parameters; `Page` takes no others
 */
export function page<Own extends SearchShape>(
  shape: Own,
  Page: ComponentType<PageProps<Own>>,
): PageAtAddress<Own> {
  function AtAddress() {
    const { view, edition, organisation } = useReading()
    const { values, ignored, change, mend } = usePageSearch(shape)
    return (
      <>
        <BadLinkNotice ignored={ignored} onMend={mend} />
        <Page view={view} edition={edition} organisation={organisation} search={values} onSearch={change} />
      </>
    )
  }
  return Object.assign(AtAddress, { shape })
}
