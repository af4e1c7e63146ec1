import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'

export function NotFoundRoute() {
  useDocumentTitle('Page not found')
  return (
    <>
      <h1 className="finding">There is no page at this address</h1>
      <EmptyState
        title="The link may be mistyped or old"
        detail="Nothing is lost: every measure is listed on the overview."
      >
        <Link to="/">Open the overview</Link>
        <Link to="/definitions">Look up a definition</Link>
      </EmptyState>
    </>
  )
}
