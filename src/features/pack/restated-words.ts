import type { ChangesReply } from '../../api/changes.ts'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { countOf, formatValue } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'

type Restatement = ChangesReply['restated'][number]
type State = Restatement['figures'][number]['before']

/** more are on the page of changes */
const mostShown = 3

/**
 * Which figures of the measure were restated, old and new.
 *
 * @example 'Aug 2025: 305, was 299'
 */
export function restatedInWords({ kpi }: ExhibitRef, { restated, measures }: ChangesReply): string {
  if (kpi === null) return 'See “Since last time”'
  const measure = measures.find(({ id }) => id === kpi)
  const own = restated.filter((one) => one.kpi === kpi)
  if (!measure || own.length === 0) return 'None'
  const inWords = (state: State) => {
    if (!state) return 'not held'
    if (state.value !== null) return formatValue(measure, state.value)
    return state.availability === 'suppressed' ? 'withheld' : 'missing'
  }
  const figures = own.flatMap(({ period, figures: changed }) =>
    changed.map(
      ({ label, before, after }) =>
        `${formatPeriod(period)}${changed.length > 1 ? `, ${label}` : ''}: ${inWords(after)}, was ${inWords(before)}`,
    ),
  )
  const further = own.reduce((sum, one) => sum + one.further, 0)
  const unshown = figures.length - mostShown
  return [
    ...figures.slice(0, mostShown),
    ...(unshown > 0 ? [countOf(unshown, 'more figure')] : []),
    ...(further > 0 ? [`${countOf(further, 'figure')} of breakdowns or other places`] : []),
  ].join('; ')
}
