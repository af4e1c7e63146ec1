import type { MappedObservation } from '../apply-mapping.ts'
import { parseNumber } from '../parse-number.ts'
import { dayWritten } from '../parse-period.ts'
import { onOurClock } from '../read-day.ts'

/** Where a row stands among others of the same figure: a number, or a day with its time; null where it says neither. */
export function orderOf({ output, order, numbers }: MappedObservation): string | number | null {
  const { form = 'date' } = output.combine?.by ?? {}
  if (form === 'number') {
    const parsed = parseNumber(order, numbers)
    return parsed.kind === 'number' ? parsed.value : null
  }
  const day = dayWritten(order, form)
  const time = /[T ](\d{2}:\d{2}(?::\d{2})?)/.exec(onOurClock(order))?.[1] ?? ''
  return day && `${day} ${time}`
}
