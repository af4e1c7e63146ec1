import { type Figure, type FigureVersion, figureKey, isSameFigure } from './figure.ts'

export interface FigureChanges {
  /** versions that end with the edition before */
  closed: FigureVersion[]
  /** versions that begin with this edition */
  opened: FigureVersion[]
}

/**
 * What publishing `incoming` as `edition` changes, given the versions that stand in the edition before.
 *
 * An unchanged figure changes nothing. A figure that is not in `incoming` stands as it was. A final figure
 * that gets another value is `revised`; a provisional one that settles is not. What was once revised stays
 * marked, with the value that it replaced.
 */
export function versionFigures(
  edition: number,
  standing: ReadonlyMap<string, FigureVersion>,
  incoming: Iterable<Figure>,
): FigureChanges {
  const closed: FigureVersion[] = []
  const opened: FigureVersion[] = []
  for (const figure of incoming) {
    const before = standing.get(figureKey(figure))
    if (before && isSameFigure(before, figure)) continue
    if (before) closed.push({ ...before, lastEdition: edition - 1 })
    opened.push({ ...figure, ...revisionOf(before, figure), firstEdition: edition, lastEdition: null })
  }
  return { closed, opened }
}

function revisionOf(before: FigureVersion | undefined, figure: Figure) {
  if (!before) return { revised: false, previousValue: null }
  const isRestated = !before.provisional && before.availability === 'present' && before.value !== figure.value
  return isRestated
    ? { revised: true, previousValue: before.value }
    : { revised: before.revised, previousValue: before.previousValue }
}

/** Whether a version stands in an edition. */
export function standsIn(
  version: Pick<FigureVersion, 'firstEdition' | 'lastEdition'>,
  edition: number,
): boolean {
  return version.firstEdition <= edition && (version.lastEdition === null || version.lastEdition >= edition)
}
