import type { JudgedPart } from '../../analysis/judge-part.ts'
import type { ToldMeaning } from '../../findings/meanings.ts'
import { methodOfFamily } from '../../spc/attribute/method-names.ts'

/**
 * What a part means in a title: not what was flagged of it where its own method finds the same, which is evidence and
 * more than a flag.
 */
export function meaningInTitle({
  variation,
  meaning,
  byMethod,
}: Pick<JudgedPart, 'variation' | 'meaning' | 'byMethod'>): ToldMeaning | null {
  if (meaning?.direction === undefined) return meaning ?? null
  const isFlagAlone =
    variation === null || variation === 'common_cause' || byMethod?.method === methodOfFamily
  return isFlagAlone ? meaning : null
}
