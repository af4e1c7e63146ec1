import type { Load, PublishLoad } from '../../../api/loads.ts'

/** What an analyst writes before an edition is published. */
export interface Naming {
  label: string
  note: string
  reason: string
  /** measures that were named once more */
  exact: readonly string[]
}

export const emptyNaming: Naming = { label: '', note: '', reason: '', exact: [] }

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
    faults.push({ field: 'reason', message: 'Say why what is to be confirmed above is right' })
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

export function givenOf({ label, note, reason, exact }: Naming): PublishLoad {
  return {
    label: label.trim(),
    ...(note.trim() && { note: note.trim() }),
    ...(reason.trim() && { reason: reason.trim() }),
    ...(exact.length > 0 && { exact: [...exact] }),
  }
}
