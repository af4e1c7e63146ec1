import { Navigate } from '@tanstack/react-router'
import { ChangesPage } from '../../features/changes/ChangesPage.tsx'
import { changesSearchShape } from '../../features/changes/changes-search.ts'
import { type PageProps, page } from '../page.tsx'

/** The later edition is the one that the whole page is of: an address may call it either. */
function ChangesUpToEdition({ search, ...props }: PageProps<typeof changesSearchShape>) {
  const { to, ...own } = search
  if (to !== undefined) {
    return <Navigate to="." search={{ edition: to, audience: props.view.audience, ...own }} replace />
  }
  return <ChangesPage {...props} search={own} />
}

export const ChangesRoute = page(changesSearchShape, ChangesUpToEdition)
