import type { Figure, FigureVersion } from '../../src/domain/figures/figure.ts'

/** A borough figure of the OT list; a test names only what matters to it. */
export function aFigure(changes: Partial<Figure> = {}): Figure {
  return {
    kpi: 'ot-waiting',
    dimension: 'borough',
    member: 'All',
    period: '2025-08',
    value: 312,
    numerator: null,
    denominator: null,
    n: null,
    availability: 'present',
    provisional: false,
    asAt: '2025-09-08',
    ...changes,
  }
}

export function aVersion(changes: Partial<FigureVersion> = {}): FigureVersion {
  return { ...aFigure(), revised: false, previousValue: null, firstEdition: 1, lastEdition: null, ...changes }
}
