import type { PinnedView } from '../../api/view.ts'
import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import type { PackPageSearch } from '../../exhibits/pack/pack-search.ts'

export interface PackPageProps {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  search: PackPageSearch
  onSearch: (changes: Partial<PackPageSearch>) => void
}

/** What stands above charts that are under no agenda item. */
export function noGroup(names: readonly string[]): string {
  return names.length > 1 ? 'Under no agenda item' : 'Charts and tables'
}
