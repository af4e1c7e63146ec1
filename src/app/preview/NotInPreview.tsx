import { EmptyState } from '../../ui/states.tsx'
import { useDocumentTitle } from '../../ui/use-document-title.ts'

/** Stands in place of pages that take something out of the dashboard, or put something into it. */
export function NotInPreview() {
  useDocumentTitle('Not in a preview')
  return (
    <>
      <h1 className="visually-hidden">Not in a preview</h1>
      <EmptyState
        title="This page is not part of a preview"
        detail="Packs and presentations are made of what is published, and files are loaded at the desk. Every other page shows the load as it would be."
        height="60vh"
      />
    </>
  )
}
