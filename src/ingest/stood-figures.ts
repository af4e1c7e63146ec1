import { figureKey } from '../domain/figures/figure.ts'
import { type Standing, type StoodFigure, seriesKey } from './standing.ts'

/** What stands of one measure, to be asked of by figure, by series and by breakdown. */
export interface StoodMeasure {
  figures: ReadonlyMap<string, StoodFigure>
  bySeries: ReadonlyMap<string, readonly StoodFigure[]>
  /** the newest day on which a figure of a breakdown was read */
  latestReading: ReadonlyMap<string, string>
}

/** Figures that stand, read measure by measure when the load first names one, and once. */
export function createStoodFigures({ readFigures }: Pick<Standing, 'readFigures'>) {
  const known = new Map<string, StoodMeasure>()
  return {
    async read(kpi: string): Promise<StoodMeasure> {
      const before = known.get(kpi)
      if (before) return before
      const measure = sorted(kpi, await readFigures(kpi))
      known.set(kpi, measure)
      return measure
    },
    /** of a measure that was read */
    seriesOf: (kpi: string, key: string): readonly StoodFigure[] => known.get(kpi)?.bySeries.get(key) ?? [],
    measures: (): ReadonlyMap<string, StoodMeasure> => known,
  }
}
export type StoodFigures = ReturnType<typeof createStoodFigures>

function sorted(kpi: string, stood: readonly StoodFigure[]): StoodMeasure {
  const figures = new Map<string, StoodFigure>()
  const bySeries = new Map<string, StoodFigure[]>()
  const latestReading = new Map<string, string>()
  for (const figure of stood) {
    figures.set(figureKey({ kpi, ...figure }), figure)
    const key = seriesKey({ kpi, ...figure })
    const series = bySeries.get(key)
    if (series) series.push(figure)
    else bySeries.set(key, [figure])
    const latest = latestReading.get(figure.dimension)
    if (latest === undefined || figure.asAt > latest) latestReading.set(figure.dimension, figure.asAt)
  }
  return { figures, bySeries, latestReading }
}
