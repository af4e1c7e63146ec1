import { type ChartLayer, chartLayers, layersAtFirst } from '../../../stores/chart-layers.ts'

/**
 * The layers that a picture is drawn with. They stand in its address, never in a reader's settings, so that the
 * same link draws the same picture for everybody.
 * @example undefined → limits, target, plan; 'limits.forecast' → these two; 'limits.nonsense' → limits
 */
export function readLayers(text: string | undefined): readonly ChartLayer[] {
  if (text === undefined) return layersAtFirst
  const named = text.split('.')
  return chartLayers.filter((layer) => named.includes(layer))
}

/** The address's form of a choice of layers; undefined where it is what everybody sees at first. */
export function writeLayers(layers: readonly ChartLayer[]): string | undefined {
  const inOrder = chartLayers.filter((layer) => layers.includes(layer))
  const isAsAtFirst =
    inOrder.length === layersAtFirst.length && inOrder.every((layer) => layersAtFirst.includes(layer))
  return isAsAtFirst ? undefined : inOrder.join('.') || 'none'
}
