/**
 * What the first page needs from libraries and shares with others comes in one file (`base`): each file of its own costs the
 * headers of its reply, nearly a kilobyte, and these were sixteen.
 */
export const chunks = [
  {
    name: 'base',
    test: /rolldown[\\/]runtime|node_modules[\\/](react|react-dom|scheduler|@tanstack|zustand|use-sync-external-store)[\\/]|src[\\/](ui[\\/](Icon|IconWord|icon-shapes)|domain[\\/](addresses[\\/]parameter|periods[\\/](period|calendar|labels)|measures[\\/](measure|letter-case|format)|figures[\\/](figure|comparability)|editions[\\/]holdings|trajectory[\\/]position|spc[\\/]run-chart-causes|findings[\\/](tell-apart|difference-words)|forecast[\\/]reached-target|scorecard[\\/]attention|analysis[\\/]edition-analysis|plans[\\/](plan|judge-milestone))|api[\\/](client|api-error)|contract[\\/]roles)\.tsx?$/,
  },
  // each chunk is named in the first one, and these are never far apart
  { name: 'form', test: /src[\\/]ui[\\/]form[\\/]/ },
  { name: 'searches', test: /[\\/](actions|changes|plan|data-quality|emerging|measure)-search\.ts$/ },
  {
    name: 'plan-words',
    test: /src[\\/]domain[\\/](plans[\\/](plan-terms|slip-words|success-words|impact-outlook|impact-words)|findings[\\/]beside-bound)\.ts$/,
  },
  // whatever sets a table that leaves the page reads both
  {
    name: 'reader-table',
    test: /src[\\/](exhibits[\\/]column-widths|domain[\\/]exhibits[\\/]reader-table)\.ts$/,
  },
  // above all the measure's, which asked for some forty files, most of them of less than their headers
  { name: ofPages, priority: -1, includeDependenciesRecursively: false },
]

/** As far as it is read here of what the bundler knows of its modules. */
interface ModuleGraph {
  getModuleInfo: (id: string) => { importers: readonly string[]; dynamicImporters: readonly string[] } | null
}

/** Pages whose code is a file of its own, and which are read rather than taken away. */
const pageRoute = /[\\/](Measure|Plan|Emerging|Safeguarding|Changes|Data|Actions)Route\.tsx$/
const measureRoute = /[\\/]MeasureRoute\.tsx$/
/** Needs a little of everything, and takes nothing that comes with a measure. */
const apart = /[\\/](Pack|Present|Briefing|Definitions|Methods|Accessibility)Route\.tsx$/

/**
 * One file for what two pages or more share beside the first one, and one for what the measure's page has to itself and
 * with the parts that open on it. A module that is opened by itself keeps a file by its name (server/static/chunks.ts).
 */
function ofPages(id: string, graph: ModuleGraph): string | null {
  if (graph.getModuleInfo(id)?.dynamicImporters.length) return null
  const opened = [...openers(id, graph)]
  const isOf = (kind: RegExp) => opened.some((one) => kind.test(one))
  if (isOf(/[\\/]index\.html$/)) return null
  if (opened.filter((one) => pageRoute.test(one)).length > 1) return 'shared'
  return isOf(measureRoute) && !isOf(apart) ? 'measure' : null
}

/** What is opened by itself, at first or later, and needs a module. */
function openers(
  id: string,
  graph: ModuleGraph,
  found = new Set<string>(),
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(id)) return found
  seen.add(id)
  const info = graph.getModuleInfo(id)
  const importers = info?.importers ?? []
  if (importers.length === 0 || info?.dynamicImporters.length) found.add(id)
  for (const importer of importers) openers(importer, graph, found, seen)
  return found
}
