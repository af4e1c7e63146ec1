import { useRouter } from '@tanstack/react-router'
import type { PinnedView } from '../api/view.ts'
import { JumpDialog } from '../features/find/JumpDialog.tsx'
import { findablePages } from './findable-pages.ts'
import { stringifySearch } from './search.ts'

/** Jumps to any measure, milestone, action or page, in the edition and for the audience that is open. */
export function Find({ view, onClose }: { view: PinnedView; onClose: () => void }) {
  const { history } = useRouter()
  return (
    <JumpDialog
      view={view}
      pages={findablePages}
      onClose={onClose}
      onGo={({ path, search }) => {
        onClose()
        const pinned = { edition: String(view.edition), audience: view.audience }
        history.push(`${path}${stringifySearch({ ...pinned, ...search })}`)
      }}
    />
  )
}
