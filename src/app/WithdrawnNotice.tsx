import type { Edition } from '../domain/editions/publication.ts'
import { dayOf } from '../domain/periods/day-of.ts'
import { formatDate } from '../domain/periods/labels.ts'
import { HereLink } from '../ui/HereLink.tsx'
import { Notice } from '../ui/states.tsx'

export interface WithdrawnNoticeProps {
  edition: Edition
  /** the newest that stands */
  latest: Edition
  timezone: string
}

/** That an edition was taken back, when and why, and which one stands. */
export function WithdrawnNotice({ edition, latest, timezone }: WithdrawnNoticeProps) {
  const { number, withdrawal } = edition
  return (
    <Notice>
      <span>
        <strong>
          Edition {number} was withdrawn
          {withdrawal && ` on ${formatDate(dayOf(withdrawal.at, timezone))}`}. Its figures should no longer be
          used.
        </strong>
        {withdrawal && ` Reason: ${withdrawal.reason}`}
      </span>
      {latest.number < number && (
        <HereLink changes={{ edition: String(latest.number) }}>
          Open edition {latest.number}, the latest that stands
        </HereLink>
      )}
    </Notice>
  )
}
