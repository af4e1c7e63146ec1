/** One figure of one measure, for one member of one dimension, in one period. */
export interface Figure {
  kpi: string
  dimension: string
  member: string
  period: string
  /** null where missing or suppressed; zero is a real observation */
  value: number | null
  numerator: number | null
  denominator: number | null
  /** cases that the value rests on (for medians and categories) */
  n: number | null
  availability: Availability
  provisional: boolean
  /** ISO date at which the source was read */
  asAt: string
}

export const availabilities = ['present', 'suppressed', 'missing'] as const
export type Availability = (typeof availabilities)[number]

/** A figure as an edition publishes it, knowing what it replaced. */
interface PublishedFigure extends Figure {
  /** a final figure was replaced by another in a later edition */
  revised: boolean
  /** the final value that it replaced */
  previousValue: number | null
}

/** A published figure with the editions that it stands in: `firstEdition` to `lastEdition`, or to now. */
export interface FigureVersion extends PublishedFigure {
  firstEdition: number
  lastEdition: number | null
}

export type SeriesKey = Pick<Figure, 'kpi' | 'dimension' | 'member'>

export interface Series extends SeriesKey {
  points: SeriesPoint[]
}

export type SeriesPoint = Omit<PublishedFigure, 'kpi' | 'dimension' | 'member'>

/** Identity of a figure: what a later edition may restate, and what a file may give only once. */
export function figureKey(figure: Pick<Figure, 'kpi' | 'dimension' | 'member' | 'period'>): string {
  return `${figure.kpi}\u001f${figure.dimension}\u001f${figure.member}\u001f${figure.period}`
}

/**
 * Whether two figures say the same. The date of reading is left out on purpose: a figure that was read
 * again and has not changed is not a new figure, and is not stored again.
 */
export function isSameFigure(a: Figure, b: Figure): boolean {
  return (
    a.value === b.value &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.n === b.n &&
    a.availability === b.availability &&
    a.provisional === b.provisional
  )
}
