import { useLocation, useRouter } from '@tanstack/react-router'
import { type MouseEvent, memo, type ReactNode, useMemo } from 'react'

export interface MeasureLinkProps {
  id: string
  className?: string | undefined
  children: ReactNode
}

/**
 * A link to the page of a measure in the same edition and audience. Tables have fifty of them: it works out its address
 * when these two change, and not, as the router's own link does, at every filter.
 */
export const MeasureLink = memo(function MeasureLink({ id, className, children }: MeasureLinkProps) {
  const router = useRouter()
  const view = useLocation({ select: viewOf, structuralSharing: true })
  const target = useMemo(() => ({ to: '/kpis/$id' as const, params: { id }, search: view }), [id, view])
  const href = useMemo(() => router.buildLocation(target).href, [router, target])
  const open = (event: MouseEvent) => {
    // a new tab or window, or a download, is the browser's to open
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate(target)
  }
  return (
    <a href={href} className={className} onClick={open}>
      {children}
    </a>
  )
})

const viewOf = ({ search: { edition, audience } }: { search: Record<string, string | undefined> }) => ({
  edition,
  audience,
})
