/** Pages that the app has one of. */
const single = [
  'definitions',
  'pack',
  'safeguarding',
  'plan',
  'emerging',
  'actions',
  'changes',
  'present',
  'data',
  'methods',
  'accessibility',
]
/** Pages for those alone who work with the service: they are no part of an edition that is published as files. */
const atWork = ['load', 'audit']
/** Pages that the app has for each measure. */
const ofMeasures = ['kpis', 'briefing']

const pages: readonly RegExp[] = [
  /^\/$/,
  ...ofMeasures.map((page) => new RegExp(`^/${page}/[^/]+/?$`)),
  ...[...single, ...atWork].map((page) => new RegExp(`^/${page}/?$`)),
]

export function isPageOfApp(path: string): boolean {
  return pages.some((page) => page.test(path))
}

/** Every address of an edition that everybody may read, where these are the measures. */
export function pagesOfApp(kpis: readonly string[]): string[] {
  return [
    '/',
    ...single.map((page) => `/${page}`),
    ...kpis.flatMap((id) => ofMeasures.map((page) => `/${page}/${id}`)),
  ]
}
