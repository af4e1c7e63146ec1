import type { ChangesReply } from '../../api/changes.ts'
import type { ExhibitRef } from '../../domain/exhibits/exhibit-ref.ts'
import { decimalsApart } from '../../domain/findings/tell-apart.ts'
import { apart } from '../../domain/measures/apart.ts'
import { countOf, formatValue, type Measured } from '../../domain/measures/format.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'

type Restatement = ChangesReply['restated'][number]
type Difference = Restatement['figures'][number]
type State = Difference['before']

/** more are on the page of changes */
const mostShown = 3

/**
 * Which figures of the measure were restated, old and new, and how many were taken out. Of a part of it, those of the measure are told as the whole's:
 * which figures of breakdowns were restated is not in the list of changes, only how many.
 *
 * @example 'Aug 2025: 305, was 299'; of a town 'Aug 2025, whole borough: 305, was 299'
 */
export function restatedInWords({ kind, kpi, search }: ExhibitRef, changes: ChangesReply): string {
  if (kpi === null) return 'See “Since last time”'
  const measure = changes.measures.find(({ id }) => id === kpi)
  const own = changes.restated.filter((one) => one.kpi === kpi)
  const gone = changes.withdrawn
    .filter((one) => one.kpi === kpi)
    .reduce((sum, { figures, further }) => sum + figures.length + further, 0)
  if (!measure || own.length + gone === 0) return kind === 'together' ? 'None of this measure' : 'None'
  const isOfCategories = measure.aggregation === 'X'
  const part = isOfCategories ? search.member : undefined
  const isTold = ({ member }: Difference) => part === undefined || member === part
  const placeOf = (figure: Difference) => {
    if (isOfCategories) return `, ${figure.label}`
    return search.member === undefined ? '' : ', whole borough'
  }
  const all = own.flatMap(({ period, figures }) => figures.map((figure) => ({ period, figure })))
  const told = all
    .filter(({ figure }) => isTold(figure))
    .map(
      ({ period, figure }) =>
        `${formatPeriod(period)}${placeOf(figure)}: ${differenceInWords(measure, figure)}`,
    )
  const unshown = told.length - mostShown
  const others = all.length - told.length
  const further = own.reduce((sum, one) => sum + one.further, 0)
  return [
    ...told.slice(0, mostShown),
    ...(unshown > 0 ? [countOf(unshown, 'more figure')] : []),
    ...(others > 0 ? [`${countOf(others, 'figure')} of other categories`] : []),
    ...(further > 0 ? [`${countOf(further, 'figure')} of breakdowns or other places`] : []),
    ...(gone > 0 ? [`${countOf(gone, 'figure')} taken out`] : []),
  ].join('; ')
}

/** Both as finely as their difference: what is listed as restated has not changed by nought. */
function differenceInWords(measure: Measured, { before, after }: Difference): string {
  const [was, is] = [before?.value ?? null, after?.value ?? null]
  if (was === null || is === null)
    return `${stateInWords(measure, after)}, was ${stateInWords(measure, before)}`
  const decimals = decimalsApart(measure.decimals, is, was) ?? measure.decimals
  const { figure, other } = apart<Measured>({ ...measure, decimals }, is - was, was)
  return `${formatValue(figure, is)}, was ${formatValue(other, was)}`
}

function stateInWords(measure: Measured, state: State): string {
  if (!state) return 'not held'
  if (state.value !== null) return formatValue(measure, state.value)
  return state.availability === 'suppressed' ? 'withheld' : 'missing'
}
