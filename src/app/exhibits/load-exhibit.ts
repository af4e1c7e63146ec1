import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { exactFile, noteExport } from '../../api/exports.ts'
import type { Exhibit, ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import type { ExhibitKind, ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import type { LoadExhibit } from '../../exhibits/exhibit-source.ts'
import { actionsSearchShape } from '../../features/actions/actions-search.ts'
import { changesSearchShape } from '../../features/changes/changes-search.ts'
import { dataQualitySearchShape } from '../../features/data/data-quality-search.ts'
import { emergingSearchShape } from '../../features/emerging/emerging-search.ts'
import { readLayers } from '../../features/measure/exhibits/picture-layers.ts'
import { kpiSearchShape } from '../../features/measure/measure-search.ts'
import { overviewSearchShape } from '../../features/overview/overview-search.ts'
import { planSearchShape } from '../../features/plan/plan-search.ts'
import { onFileSaved } from '../../ui/download-text.ts'
import { fetchPart } from '../../ui/fetch-part.ts'
import type { AppPage } from '../pages.ts'
import { readSearch, stringifySearch } from '../search.ts'

type Load = (ref: ExhibitRef, origin: ExhibitOrigin, queries: QueryClient) => Promise<Exhibit<ReactNode>>

/** How each kind is made; the code of a page comes when something of it is asked for. */
const loaders: Record<ExhibitKind, Load> = {
  trend: async (ref, origin, queries) => {
    const { loadTrendExhibit } = await fetchPart(
      () => import('../../features/measure/exhibits/trend-exhibit.tsx'),
    )
    const [kpi, search, address] = readMeasure(ref)
    const input = { kpi, search, layers: readLayers(ref.search.layers), address }
    return await loadTrendExhibit(input, origin, queries)
  },
  breakdown: async (ref, ...rest) => {
    const { loadBreakdownExhibit } = await fetchPart(
      () => import('../../features/measure/exhibits/breakdown-exhibit.tsx'),
    )
    return await loadBreakdownExhibit(...readMeasure(ref), ...rest)
  },
  gap: async (ref, ...rest) => {
    const { loadGapExhibit } = await fetchPart(
      () => import('../../features/measure/exhibits/gap-exhibit.tsx'),
    )
    return await loadGapExhibit(...readMeasure(ref), ...rest)
  },
  together: async (ref, origin, queries) => {
    const { loadTogetherExhibit } = await fetchPart(
      () => import('../../features/measure/exhibits/together-exhibit.tsx'),
    )
    const [kpi, search, address] = readMeasure(ref)
    const input = { kpi, search, layers: readLayers(ref.search.layers), address }
    return await loadTogetherExhibit(input, origin, queries)
  },
  attention: async (_, ...rest) => {
    const { loadAttention } = await fetchPart(
      () => import('../../features/overview/exhibits/overview-exhibits.ts'),
    )
    return await loadAttention('/', ...rest)
  },
  scorecard: async ({ search }, ...rest) => {
    const { loadScorecard } = await fetchPart(
      () => import('../../features/overview/exhibits/overview-exhibits.ts'),
    )
    return await loadScorecard(...readPage('/', overviewSearchShape, search), ...rest)
  },
  safeguarding: async (ref, ...rest) => {
    const { loadThemes } = await fetchPart(() => import('../../features/themes/exhibits/themes-exhibit.tsx'))
    return await loadThemes(measureOf(ref), '/safeguarding', ...rest)
  },
  milestones: async ({ search }, ...rest) => {
    const { loadMilestones } = await fetchPart(() => import('../../features/plan/exhibits/plan-exhibits.ts'))
    return await loadMilestones(...readPage('/plan', planSearchShape, search), ...rest)
  },
  risks: async (_, ...rest) => {
    const { loadRisks } = await fetchPart(() => import('../../features/plan/exhibits/plan-exhibits.ts'))
    return await loadRisks('/plan', ...rest)
  },
  signals: async ({ search }, ...rest) => {
    const { loadSignals } = await fetchPart(
      () => import('../../features/emerging/exhibits/signals-exhibit.ts'),
    )
    return await loadSignals(...readPage('/emerging', emergingSearchShape, search), ...rest)
  },
  actions: async ({ search }, ...rest) => {
    const { loadActions } = await fetchPart(
      () => import('../../features/actions/exhibits/actions-exhibit.ts'),
    )
    return await loadActions(...readPage('/actions', actionsSearchShape, search), ...rest)
  },
  changes: async ({ search }, ...rest) => {
    const { loadChanges } = await fetchPart(
      () => import('../../features/changes/exhibits/changes-exhibit.ts'),
    )
    const [values, address] = readPage('/changes', changesSearchShape, search)
    return await loadChanges(values, search.list, address, ...rest)
  },
  'data-quality': async ({ search }, ...rest) => {
    const { loadQuality } = await fetchPart(() => import('../../features/data/exhibits/quality-exhibit.ts'))
    return await loadQuality(...readPage('/data', dataQualitySearchShape, search), ...rest)
  },
}

/** A page's own parameters as that page reads them, and its address with those that it can use. */
function readPage<Shape extends Parameters<typeof readSearch>[0]>(
  path: AppPage['to'],
  shape: Shape,
  search: ExhibitRef['search'],
) {
  const { values } = readSearch(shape, search)
  return [values, `${path}${stringifySearch(values)}`] as const
}

/** A measure with its page's parameters as that page reads them, and its address. */
function readMeasure(ref: ExhibitRef) {
  const kpi = measureOf(ref)
  const { values } = readSearch(kpiSearchShape, ref.search)
  return [kpi, values, `/kpis/${encodeURIComponent(kpi)}${stringifySearch(ref.search)}`] as const
}

// nothing is saved that was not made here
onFileSaved((name) => {
  const exact = exactFile(name)
  if (exact) noteExport(exact)
})

export const loadExhibit: LoadExhibit = async (ref, origin, queries) => {
  return await loaders[ref.kind](ref, origin, queries)
}

function measureOf({ kpi, kind }: ExhibitRef): string {
  if (kpi === null) throw new Error(`The link names no measure for its ${kind}.`)
  return kpi
}
