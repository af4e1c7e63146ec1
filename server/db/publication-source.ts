import type { Publication } from '../../src/domain/editions/publication.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'

/**
 * A publication whose figures may come as a stream: they are read once, in batches, so that a file of millions
 * of rows is never held whole. Each figure (kpi, dimension, member, period) may come only once.
 */
export interface PublicationSource extends Omit<Publication, 'figures'> {
  figures: Iterable<Figure> | AsyncIterable<Figure>
}

/** What publishing would change in one audience's set. */
export interface PublicationPreview {
  audience: 'exact' | 'protected'
  /** figures that the edition before does not have */
  newFigures: number
  /** figures that would replace another one, settled provisional ones included */
  restatedFigures: number
  /** figures that already stand: not stored again */
  unchangedFigures: number
  /** how many of the figures given are withheld (suppressed) */
  suppressedFigures: number
  /** figures that would stand no longer; of files none, which take nothing out by leaving it out */
  removedFigures?: number
  /** definitions that are new or changed */
  definitions: number
  /** workstreams, milestones, trajectories, interventions, risks, actions and commentary, new or changed, and re-baselines taken back */
  planItems: number
}
