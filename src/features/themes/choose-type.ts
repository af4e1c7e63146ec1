import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import { categoryOf, type Theme } from './theme-measures.ts'

export interface ChosenType {
  id: string
  label: string
  /** what the address asked for and this edition does not hold */
  unknown: string | null
}

/** The type whose towns are shown: as the address says, else that of the strongest flag, else the first. */
export function chooseType(
  { dimension }: Pick<Theme, 'dimension'>,
  asked: string | undefined,
  flagged: readonly TestedSeries[],
): ChosenType | null {
  const members = dimension.members
  const found = asked === undefined ? undefined : members.find(({ id }) => id === asked)
  const lead = flagged[0]
  const chosen = found ?? members.find(({ id }) => lead && id === categoryOf(lead)) ?? members[0]
  if (!chosen) return null
  return { id: chosen.id, label: chosen.label, unknown: found ? null : (asked ?? null) }
}
