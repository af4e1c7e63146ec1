import type { Load } from '../../src/contract/loads.ts'
import type { Withholding } from '../../src/domain/disclosure/withholding.ts'
import { ruleOfManyInWords, withholdingInWords } from '../../src/domain/disclosure/withholding-words.ts'
import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import { namesOfPlaces } from '../../src/domain/editions/place-names.ts'

/** of a rule: enough to see what it does; each figure's reason is read with its measure once it is published */
const mostOfRule = 20

/** What a load would hide from the panel: most figures first, and of each rule the newest. */
export function groupWithheld(
  withheld: readonly Withholding[],
  kpis: readonly DescribedKpi[],
): NonNullable<Load['withheld']> {
  const names = namesOfPlaces(kpis)
  const inOrder = withheld.toSorted((one, other) =>
    one.period === other.period ? 0 : one.period > other.period ? -1 : 1,
  )
  return [...Map.groupBy(inOrder, ({ hides, rule }) => `${hides} ${rule}`).values()]
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      const newest = group.slice(0, mostOfRule).map((one) => {
        const { against: _, ...told } = one
        return { ...told, words: withholdingInWords(one, names) }
      })
      const { rule, hides } = first
      return [{ rule, hides, words: ruleOfManyInWords(first), figures: group.length, newest }]
    })
    .sort((one, other) => other.figures - one.figures)
}
