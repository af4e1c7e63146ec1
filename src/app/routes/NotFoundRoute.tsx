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

/** Stands in the place of every page until the first edition is published. */
export function NoEdition() {
  return (
    <>
      <h1 className="finding">Nothing has been published yet</h1>
      <EmptyState
        title="There is no edition to show"
        detail="Load a council's extracts with npm run load, and publish them as the first edition."
      />
    </>
  )
}
