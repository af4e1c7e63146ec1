import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import type { KpiSearch } from './measure-search.ts'

/** What the page and its panels are given: a pinned view, and the page's own part of the address. */
export interface KpiPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  kpiId: string
  search: KpiSearch
  onSearch: (changes: Partial<KpiSearch>) => void
}
