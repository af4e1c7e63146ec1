import type { Audience } from './common.ts'

/** What every reading of an edition names: its number (or `latest`) and the audience. */
export interface View {
  edition: number | 'latest'
  audience: Audience
}

export interface SeriesSelection {
  kpi: string | readonly string[]
  dimension?: string | undefined
  member?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export const apiBase = '/api/v1'

export function withQuery(
  path: string,
  parameters: Record<string, string | readonly string[] | undefined>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue
    for (const item of typeof value === 'string' ? [value] : value) query.append(name, item)
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

const viewParameters = (view: View) => ({ edition: String(view.edition), audience: view.audience })

/** Every address of the API that readers ask, built in one place (those of officers: officer-paths.ts); relative to the API's base. */
export const paths = {
  session: () => '/session',
  organisation: () => '/organisation',
  editions: () => '/editions',
  edition: (number: number | 'latest') => `/editions/${number}`,
  kpis: (view: View) => withQuery('/kpis', viewParameters(view)),
  series: (view: View, selection: SeriesSelection) =>
    withQuery('/series', { ...selection, ...viewParameters(view) }),
  overview: (view: View) => withQuery('/overview', viewParameters(view)),
  plan: (view: View) => withQuery('/plan', viewParameters(view)),
  actions: (view: View) => withQuery('/actions', viewParameters(view)),
  /** the log as it is now */
  liveActions: (audience: Audience) => withQuery('/actions', { audience }),
  commentary: (view: View) => withQuery('/commentary', viewParameters(view)),
  analysis: (view: View, kpi: string | readonly string[]) =>
    withQuery('/analysis', { kpi, ...viewParameters(view) }),
  signals: (view: View) => withQuery('/signals', viewParameters(view)),
  /** `from`: an edition before the view's; the one just before it where none is named */
  changes: ({ edition, audience }: View, from?: number | undefined) =>
    withQuery('/changes', {
      from: from === undefined ? undefined : String(from),
      to: String(edition),
      audience,
    }),
  dataQuality: (view: View) => withQuery('/data-quality', viewParameters(view)),
  pack: (id: string) => `/packs/${encodeURIComponent(id)}`,
}
