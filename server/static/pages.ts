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

/** Pages that hang on the device, on today, on the clock or on who asks: the browser draws them. */
const drawnByBrowser = /^\/(pack|present|actions|briefing|load)(\/|$)/

/** Whether the page of an address is drawn before it is sent, to whoever has not signed in. */
export function isDrawnPage(url: string): boolean {
  const [path = '/', query = ''] = url.split(/\?(.*)/s)
  if (!isPageOfApp(path) || drawnByBrowser.test(path)) return false
  return new URLSearchParams(query).get('audience') !== 'exact'
}

/** Every address of an edition that everybody may read, where these are the measures. */
export function pagesOfApp(kpis: readonly string[]): string[] {
  return [
    '/',
    ...single.map((page) => `/${page}`),
    ...kpis.flatMap((id) => ofMeasures.map((page) => `/${page}/${id}`)),
  ]
}
