import type { TogetherPart } from '../../editions/read-together.ts'
import type { PairedModel, PairedSources } from './paired-model.ts'
import { adviceFor } from './together-words.ts'
import { findWaitParadox, meansOf, paradoxInWords } from './wait-paradox.ts'

/** The paradox, where these very figures show it; else what must be known to read them. */
export function pairedSentences(
  model: PairedModel,
  { parts, series }: Pick<PairedSources, 'parts' | 'series'>,
): string[] {
  const shown = model.charts.map(({ kpi, role }) => ({ kpi: kpi.id, role }))
  const advice = adviceFor(shown)
  const find = (role: TogetherPart['role']) => parts.find((part) => part.role === role)
  const seriesOf = (part: TogetherPart | undefined) =>
    series.find(
      (one) => one.kpi === part?.kpi && one.dimension === part.dimension && one.member === part.member,
    )
  const kpiOf = (part: TogetherPart | undefined) => model.charts.find(({ kpi }) => kpi.id === part?.kpi)?.kpi
  const [list, median, band] = [find('list'), find('completed-wait'), find('longest-waits')]
  const [listSeries, medianSeries, bandSeries] = [seriesOf(list), seriesOf(median), seriesOf(band)]
  const measures = { list: kpiOf(list), median: kpiOf(median) }
  if (!listSeries || !medianSeries || !measures.list || !measures.median) return advice
  const breaks = { list: measures.list.breaks, median: measures.median.breaks }
  const paradox = findWaitParadox(medianSeries, listSeries, breaks)
  if (!paradox) return advice
  const moved = bandSeries && meansOf(bandSeries, breaks.list)
  const longest = moved && band?.label ? { label: band.label, moved } : null
  const words = paradoxInWords(paradox, { list: measures.list, median: measures.median }, longest)
  return [words, ...adviceFor(shown.filter(({ role }) => role === 'extra-work'))]
}
