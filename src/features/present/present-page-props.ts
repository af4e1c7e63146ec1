import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import type { PresentSearch } from './present-search.ts'

export interface PresentPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: PresentSearch
  onSearch: (changes: Partial<PresentSearch>) => void
}
