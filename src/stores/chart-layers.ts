import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export const chartLayers = ['target', 'plan', 'interventions', 'revisions', 'comparators'] as const
/**
 * What a reader may switch on and off. The figures themselves, missing and withheld periods, provisional points
 * and changes of definition are always drawn: without them the line would mislead.
 */
export type ChartLayer = (typeof chartLayers)[number]

interface ChartLayerStore {
  layers: readonly ChartLayer[]
  toggle: (layer: ChartLayer) => void
}

/** A reader's own setting: kept in this browser, never part of a link. */
export const useChartLayers = create<ChartLayerStore>()(
  persist(
    (set) => ({
      layers: ['target', 'plan'],
      toggle: (layer) =>
        set(({ layers }) => ({
          layers: layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer],
        })),
    }),
    { name: 'chart-layers', partialize: ({ layers }) => ({ layers }) },
  ),
)
