import type { LastingLevel, PublishLoad } from '../../../api/loads.ts'
import { fewPeopleInWords, findFewPeople } from '../../../domain/disclosure/few-people-in-text.ts'

/** A level that was chosen to start limits again from, as it is written so far. */
export interface RebaselineDraft {
  kpi: string
  title: string
  reason: string
  /** the words were looked at, where they may give few people away */
  isConfirmed: boolean
}

export type RebaselineField = 'reason' | 'confirmed'

export interface RebaselineFault {
  kpi: string
  /** of the control, within the form that publishes */
  field: string
  of: RebaselineField
  message: string
}

/** Names a control of one measure among all of the form. */
export function fieldOf(kpi: string, field: 'name' | 'title' | RebaselineField): string {
  return `rebaseline-${kpi}-${field}`
}

/** What is to be looked at in the words of a draft before everybody reads them; null where there is nothing. */
export function toBeLookedAt({ title, reason }: RebaselineDraft): string | null {
  return fewPeopleInWords(findFewPeople(`${title}\n\n${reason}`))
}

/** What keeps the chosen ones from being recorded. */
export function faultsOfRebaselines(
  chosen: readonly RebaselineDraft[],
  levels: readonly Pick<LastingLevel, 'kpi' | 'name'>[],
): RebaselineFault[] {
  return chosen.flatMap((draft) => {
    const { kpi, reason, isConfirmed } = draft
    const name = levels.find((level) => level.kpi === kpi)?.name ?? kpi
    const fault = (of: RebaselineField, message: string) => ({ kpi, field: fieldOf(kpi, of), of, message })
    return [
      ...(reason.trim() ? [] : [fault('reason', `Say why ${name} has another level since`)]),
      ...(toBeLookedAt(draft) === null || isConfirmed
        ? []
        : [fault('confirmed', `Look at the words about ${name}, and confirm them or say it otherwise`)]),
    ]
  })
}

/** As it is sent; nothing where none was chosen. */
export function givenRebaselines(
  chosen: readonly RebaselineDraft[],
): Pick<PublishLoad, 'rebaselines' | 'confirmed'> {
  if (chosen.length === 0) return {}
  return {
    rebaselines: chosen.map(({ kpi, title, reason }) => ({
      kpi,
      ...(title.trim() && { title: title.trim() }),
      reason: reason.trim(),
    })),
    ...(chosen.some((draft) => toBeLookedAt(draft) !== null) && { confirmed: true }),
  }
}

/** What follows of each for everybody, as sentences. */
export function consequencesOfRebaselines(
  chosen: readonly RebaselineDraft[],
  levels: readonly LastingLevel[],
): string[] {
  return levels
    .filter(({ kpi }) => chosen.some((draft) => draft.kpi === kpi))
    .map(
      ({ name, sinceInWords }) =>
        `Limits of ${name} start again from ${sinceInWords}, for everybody; the reason stands beside the chart.`,
    )
}
