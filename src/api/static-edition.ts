import { paths, type SeriesSelection } from '../contract/paths.ts'
import { staticEditionAttribute } from '../contract/static-edition.ts'
import type { PinnedView } from './view.ts'

/** Whether the page came with an edition that was published as files: nothing there sees a query. */
export function standsAsFiles(): boolean {
  return globalThis.document?.documentElement.hasAttribute(staticEditionAttribute) ?? false
}

/** What files hold is the panel's: whoever asks for more is answered as the service would. */
export function refusedByFiles(path: string): Response | null {
  if (!/[?&]audience=exact\b/.test(path)) return null
  return Response.json(
    {
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      detail: 'This copy holds what the panel sees. Exact figures are for officers, in the service itself.',
    },
    { status: 403 },
  )
}

/** The addresses that together give a selection: of several measures one each, where replies are files. */
export function seriesPaths(view: PinnedView, { kpi, ...rest }: SeriesSelection): string[] {
  const each = standsAsFiles() && typeof kpi !== 'string' ? kpi : [kpi]
  return each.map((one) => paths.series(view, { kpi: one, ...rest }))
}
