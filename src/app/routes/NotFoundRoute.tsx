import { Link } from '@tanstack/react-router'
import { keepView } from '../../ui/keep-view.ts'
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
        <Link to="/" search={keepView}>
          Open the overview
        </Link>
        <Link to="/definitions" search={keepView}>
          Look up a definition
        </Link>
      </EmptyState>
    </>
  )
}
