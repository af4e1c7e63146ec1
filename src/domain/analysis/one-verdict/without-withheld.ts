import type { Series, SeriesPoint } from '../../figures/figure.ts'

/**
 * The figures received, but for those that are withheld: of what lies ahead chances are told, and one that rested on a
 * withheld figure would say what it is to whoever knows the others. The same series where none is withheld.
 */
export function withoutWithheld(received: Series, published: Series): Series {
  const withheld = new Set(
    published.points.flatMap(({ period, availability }) => (availability === 'suppressed' ? [period] : [])),
  )
  if (withheld.size === 0) return received
  return {
    ...received,
    points: received.points.map((point) => (withheld.has(point.period) ? leftOut(point) : point)),
  }
}

function leftOut(point: SeriesPoint): SeriesPoint {
  return { ...point, value: null, numerator: null, denominator: null, n: null, availability: 'missing' }
}
