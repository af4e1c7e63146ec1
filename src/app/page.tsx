import { type ComponentType, type ReactNode, Suspense } from 'react'
import type * as z from 'zod/mini'
import type { PinnedView } from '../api/view.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import { LoadingPage } from '../ui/states.tsx'
import { BadLinkNotice } from './BadLinkNotice.tsx'
import { useReading } from './reading.ts'
import type { ReadSearch } from './search.ts'
import { usePageSearch } from './use-page-search.ts'

type Shape = Record<string, z.ZodMiniType>
type Values<Own extends Shape> = ReadSearch<{ [Name in keyof Own]: z.infer<Own[Name]> }>['values']

/** What every page is given: what it reads, its own part of the address, and how to change that. */
export interface PageProps<Own extends Shape> {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: Values<Own>
  onSearch: (changes: Partial<Record<keyof Own, unknown>>) => void
}

/**
 * A page at its address: it names what of the address it cannot use.
 *
 * @param shape its own parameters; `Page` takes no others
 */
export function page<Own extends Shape>(shape: Own, Page: ComponentType<PageProps<Own>>): () => ReactNode {
  return function PageAtAddress() {
    const { view, edition, organisation } = useReading()
    const { values, ignored, change, mend } = usePageSearch(shape)
    return (
      <>
        <BadLinkNotice ignored={ignored} onMend={mend} />
        <Page view={view} edition={edition} organisation={organisation} search={values} onSearch={change} />
      </>
    )
  }
}

/** A page whose code comes when it is opened, and that says its name until then. */
export function arriving(name: string, Page: ComponentType): () => ReactNode {
  return function ArrivingPage() {
    return (
      <Suspense fallback={<LoadingPage name={name} />}>
        <Page />
      </Suspense>
    )
  }
}
