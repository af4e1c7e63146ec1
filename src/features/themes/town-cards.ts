import type { Dimension } from '../../domain/editions/holdings.ts'
import { buildThemeCards, type ThemeCards, type ThemeSources } from './theme-cards.ts'
import { partsOf } from './theme-measures.ts'

/** One type of abuse in each town, on one scale, the flagged first; towns keep the names that tell them from the borough. */
export function buildTownCards(sources: Omit<ThemeSources, 'analyses'>, type: string): ThemeCards | null {
  const { dimension, series, flagged } = sources
  const isOfType = ({ member }: { member: string }) => partsOf(member).category === type
  return buildThemeCards({
    ...sources,
    // limits are worked out for the borough's types alone
    analyses: [],
    dimension: townsOf(dimension, type),
    series: series.filter(isOfType),
    flagged: flagged.filter((flag) => flag.dimension === dimension.id && isOfType(flag)),
  })
}

function townsOf(dimension: Dimension, type: string): Dimension {
  return {
    ...dimension,
    members: dimension.members
      .filter(({ id }) => partsOf(id).category === type)
      .map((member) => ({ ...member, label: partsOf(member.label).town || member.label })),
  }
}
