import { borough } from '../../domain/measures/measure.ts'
import { saysTotal } from '../left-out.ts'

/** Of the different texts of a column, the share that a dimension has to know before the column is taken for it. */
const enough = 0.5

/**
 * The breakdown whose members a column holds, by those that are known already: a column headed "Place" with Acton and
 * Hanwell in it is of the towns. Null where none holds half of them, or two hold as many.
 */
export function knownDimension(
  cells: readonly string[],
  members: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const texts = new Set(
    cells.map((cell) => cell.trim().toLowerCase()).filter((text) => text && !saysTotal(text)),
  )
  const [best, second] = [...members]
    .filter(([dimension]) => dimension !== borough.dimension)
    .map(([dimension, own]) => ({
      dimension,
      held: [...own].filter((member) => texts.has(member.toLowerCase())).length,
    }))
    .toSorted((a, b) => b.held - a.held)
  if (!best || best.held === 0 || best.held < texts.size * enough) return null
  return best.held === second?.held ? null : best.dimension
}
