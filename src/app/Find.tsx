import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { sessionQuery } from '../api/session.ts'
import type { PinnedView } from '../api/view.ts'
import { JumpDialog } from '../features/find/JumpDialog.tsx'
import type { Destination } from '../features/find/jump-entries.ts'
import { findablePages } from './findable-pages.ts'

/** Jumps to any measure, milestone, action or page, in the edition and for the audience that is open. */
export function Find({ view, onClose }: { view: PinnedView; onClose: () => void }) {
  const navigate = useNavigate()
  const can = useQuery(sessionQuery()).data?.can
  const pages = useMemo(() => findablePages(can ?? []), [can])
  const pinned = { edition: String(view.edition), audience: view.audience }
  const go = (destination: Destination) => {
    switch (destination.kind) {
      case 'page':
        return navigate({ to: destination.to, search: { ...pinned, ...destination.search } })
      case 'measure': {
        const { id, part } = destination
        return navigate({ to: '/kpis/$id', params: { id }, search: { ...pinned, ...part } })
      }
      case 'action':
        return navigate({ to: '/actions', search: { ...pinned, action: destination.id } })
    }
  }
  return (
    <JumpDialog
      view={view}
      pages={pages}
      onClose={onClose}
      onGo={(destination) => {
        onClose()
        void go(destination)
      }}
    />
  )
}
