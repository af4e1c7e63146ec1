import type { Load, PublishLoad } from '../../../api/loads.ts'
import { instantAt } from '../../../domain/periods/wall-clock.ts'

/** What an analyst writes before an edition is published. */
export interface Naming {
  label: string
  note: string
  reason: string
  /** measures that were named once more */
  exact: readonly string[]
  /** by the organisation's clock, '2025-12-04T09:30'; null for now */
  at: string | null
}

export const emptyNaming: Naming = { label: '', note: '', reason: '', exact: [], at: null }

export type NamingField = 'label' | 'reason' | 'exact'

export interface NamingFault {
  field: NamingField
  message: string
}

const longestLabel = 200

/** What keeps a load from being published as it is named; nothing where all that it asks for is given. */
export function faultsOf({ label, reason, exact }: Naming, needs: Load['needs']): NamingFault[] {
  const faults: NamingFault[] = []
  if (!label.trim())
    faults.push({ field: 'label', message: 'Give the edition a label, such as September 2025' })
  if (label.length > longestLabel) {
    faults.push({ field: 'label', message: `A label has at most ${longestLabel} characters` })
  }
  if (needs.reason && !reason.trim()) {
    faults.push({ field: 'reason', message: 'Say why what is above is right' })
  }
  if (needs.exact.some((id) => !exact.includes(id))) {
    faults.push({
      field: 'exact',
      message:
        'Confirm each measure whose figures would be exact for everybody, or leave its class as it was',
    })
  }
  return faults
}

/** What keeps it from being published at the time that is set; null where nothing does, or none is. */
export function faultOfTime({ at }: Naming, timezone: string, now: Date): string | null {
  if (at === null) return null
  const instant = instantAt(at, timezone)
  if (instant === null) return 'Give a day and a time that the clock shows'
  return Date.parse(instant) <= now.getTime() ? 'Give a time that is still to come' : null
}

export function givenOf({ label, note, reason, exact, at }: Naming): PublishLoad {
  return {
    label: label.trim(),
    ...(note.trim() && { note: note.trim() }),
    ...(reason.trim() && { reason: reason.trim() }),
    ...(exact.length > 0 && { exact: [...exact] }),
    ...(at !== null && { at }),
  }
}
