import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { keptValue, safeStorage } from './safe-storage.ts'

export const chartLayers = [
  'limits',
  'target',
  'plan',
  'forecast',
  'interventions',
  'revisions',
  'comparators',
] as const
/**
 * What a reader may switch on and off. The figures themselves, missing and withheld periods, provisional points
 * and changes of definition are always drawn: without them the line would mislead.
 */
export type ChartLayer = (typeof chartLayers)[number]

/** What a layer is called wherever it is switched. */
export const layerWords: Record<ChartLayer, string> = {
  limits: 'Limits and signals',
  target: 'Target',
  plan: 'Plan',
  forecast: 'Forecast',
  interventions: 'Surges and recorded changes',
  revisions: 'Revised figures',
  comparators: 'Other places',
}

export const layersAtFirst: readonly ChartLayer[] = ['limits', 'target', 'plan']

interface ChartLayerStore {
  layers: readonly ChartLayer[]
  toggle: (layer: ChartLayer) => void
  choose: (layers: readonly ChartLayer[]) => void
  showLayersAtFirst: () => void
}

/** A reader's own setting: kept in this browser, never part of a link. */
export const useChartLayers = create<ChartLayerStore>()(
  persist(
    (set) => ({
      layers: layersAtFirst,
      toggle: (layer) =>
        set(({ layers }) => ({
          layers: layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer],
        })),
      choose: (layers) => set({ layers }),
      showLayersAtFirst: () => set({ layers: layersAtFirst }),
    }),
    {
      name: 'chart-layers',
      storage: safeStorage<Pick<ChartLayerStore, 'layers'>>(),
      partialize: ({ layers }) => ({ layers }),
      merge: (kept, current) => ({ ...current, layers: readLayers(kept) }),
    },
  ),
)

/** The layers that were kept, less what is not a layer; those shown at first where nothing can be read. */
function readLayers(kept: unknown): readonly ChartLayer[] {
  const layers = keptValue(kept, 'layers')
  return Array.isArray(layers) ? chartLayers.filter((layer) => layers.includes(layer)) : layersAtFirst
}
