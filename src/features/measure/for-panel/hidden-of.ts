import { needsProtection } from '../../../domain/disclosure/protect.ts'
import type { ToldWithholding } from '../../../domain/disclosure/withholding.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../../domain/editions/holdings.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import { borough } from '../../../domain/measures/measure.ts'

/** What is hidden of the whole and of the breakdown that is open, newest first, the whole before its parts. */
export function hiddenOf(
  withheld: readonly ToldWithholding[],
  dimension: Dimension | null,
): ToldWithholding[] {
  return withheld
    .filter((one) => one.dimension === borough.dimension || one.dimension === dimension?.id)
    .toSorted((one, other) => (one.period === other.period ? 0 : one.period > other.period ? -1 : 1))
}

/** @example 3 figures withheld, and the counts behind 1 more left out, of the whole and by town */
export function hiddenInWords(
  kpi: Pick<DescribedKpi, 'sdc'>,
  dimension: Dimension | null,
  hidden: readonly ToldWithholding[],
): string {
  const where = dimension ? ` of the whole and by ${lowerFirst(dimension.label)}` : ' of the whole'
  if (!needsProtection(kpi)) return 'The panel sees this measure as it is.'
  const figures = hidden.filter(({ hides }) => hides === 'figure').length
  const counts = hidden.length - figures
  const parts = [
    ...(figures > 0 ? [`${figures} ${figures === 1 ? 'figure is' : 'figures are'} withheld`] : []),
    ...(counts > 0
      ? [`the counts behind ${counts} ${counts === 1 ? 'figure' : 'figures'} are left out`]
      : []),
  ]
  if (parts.length === 0) return `Nothing${where} is withheld from the panel; what it sees is rounded.`
  const said = parts.join(', and ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${where}`
}
