import type { Figure } from '../domain/figures/figure.ts'
import { borough } from '../domain/measures/measure.ts'
import { type Place, problemAt, type Report } from './problem.ts'
import { sayNumber } from './say-cell.ts'
import type { StoodFigure } from './standing.ts'

/** A provisional figure that settles within this share of what it was is how figures settle. */
const mostSettling = 0.1

const giveReason = 'publish it with a reason, or correct the file'

/** Figures of one breakdown of one measure in one file: they were read together. */
interface Extract {
  kpi: string
  newest: string
  latestStood: string
  /** the first figure that says something else than the one that stands */
  firstOther: Place | null
}

/**
 * Sets the figures of a load against those that stand: an older extract replaces nothing, a final figure neither
 * changes nor becomes provisional without a reason, and a provisional one does not by more than a tenth.
 *
 * @example 424 (final, read 6 Oct) stands: 420 read 6 Sep → refused; 424 provisional → asked; 424 final → silent
 */
export function watchChanges(report: Report) {
  const extracts = new Map<string, Extract>()

  function take(figure: Figure, at: Place, before: StoodFigure | undefined, latestStood: string | undefined) {
    const isOther = before !== undefined && !saysSame(figure, before)
    takeExtract(figure, at, isOther, latestStood)
    if (!before || !isOther) return
    if (figure.asAt < before.asAt) {
      report(
        problemAt(at).error(
          `${nameOf(figure)} was read on ${figure.asAt}, and the figure that stands on ${before.asAt}: this extract is older`,
          'load the newest extract, or leave out the periods that it would set back',
        ),
      )
      return
    }
    const change = describeChange(figure, before)
    if (!change) return
    const said = `${nameOf(figure)}: ${change}`
    report(
      before.provisional && isOfFew(figure, before)
        ? problemAt(at).notice(said, 'nothing, if it settled so')
        : problemAt(at).asked(said, giveReason),
    )
  }

  function takeExtract(
    { kpi, dimension, asAt }: Figure,
    at: Place,
    isOther: boolean,
    latestStood: string | undefined,
  ) {
    if (latestStood === undefined) return
    const key = `${at.file}\u001f${kpi}\u001f${dimension}`
    const known = extracts.get(key)
    if (!known) {
      extracts.set(key, { kpi, newest: asAt, latestStood, firstOther: isOther ? at : null })
      return
    }
    if (asAt > known.newest) known.newest = asAt
    if (isOther) known.firstOther ??= at
  }

  /** A figure that was read again and had not changed keeps its first day: then the whole extract says how old it is. */
  function reportOlder() {
    for (const { kpi, newest, latestStood, firstOther } of extracts.values()) {
      if (!firstOther || newest >= latestStood) continue
      report(
        problemAt(firstOther).error(
          `figures of ${kpi} in this file were read by ${newest}, and figures that stand on ${latestStood}: this extract is older, and would change them`,
          'load the newest extract; a correction says in as_at on which day it was made',
        ),
      )
    }
  }

  return { take, reportOlder }
}

function nameOf({ kpi, period, dimension, member }: Figure): string {
  return `${kpi} in ${period} (${dimension === borough.dimension ? member : `${dimension} ${member}`})`
}

function saysSame(figure: Figure, before: StoodFigure): boolean {
  return (
    figure.value === before.value &&
    figure.numerator === before.numerator &&
    figure.denominator === before.denominator &&
    figure.availability === before.availability &&
    figure.provisional === before.provisional
  )
}

/** Cases by which a group's provisional figure settles without being asked about. */
const mostCases = 4

/** Whether a figure of a group changed by a handful of cases: a tenth of it may be one late record. */
function isOfFew(figure: Figure, before: StoodFigure): boolean {
  if (figure.dimension === borough.dimension || figure.value === null || before.value === null) return false
  const isShare = figure.denominator !== null && before.denominator !== null
  const differences = isShare
    ? [
        (figure.numerator ?? 0) - (before.numerator ?? 0),
        (figure.denominator ?? 0) - (before.denominator ?? 0),
      ]
    : [figure.value - before.value]
  return differences.every((one) => Math.abs(one) <= mostCases)
}

/** Counts behind a final figure that would be others, or gone: what it rests on, and what protects it, changes with them. */
function describeCounts(figure: Figure, before: StoodFigure): string | null {
  const { numerator, denominator } = before
  if (numerator === null || denominator === null) return null
  if (figure.numerator === numerator && figure.denominator === denominator) return null
  const were = `it was final of ${sayNumber(numerator, 'a count')} ÷ ${sayNumber(denominator, 'a count')}`
  return figure.numerator === null || figure.denominator === null
    ? `${were} and would have no counts`
    : `${were} and would be of ${sayNumber(figure.numerator, 'another')} ÷ ${sayNumber(figure.denominator, 'another')}`
}

/** What is unusual about a change, in words; null where it is how figures come. */
function describeChange(figure: Figure, before: StoodFigure): string | null {
  if (before.value === null) {
    const isOpened = before.availability === 'suppressed' && !before.provisional && figure.value !== null
    return isOpened ? 'it was withheld and final, and would be shown' : null
  }
  const was = sayNumber(before.value, 'a figure')
  if (figure.value === null) return `${was} would become ${figure.availability}`
  const becomes = sayNumber(figure.value, 'another figure')
  if (!before.provisional && figure.value !== before.value)
    return `${was} was final and would become ${becomes}`
  if (!before.provisional && figure.provisional) return `${was} was final and would be provisional again`
  const counts = before.provisional ? null : describeCounts(figure, before)
  if (counts) return counts
  const isLarge = Math.abs(figure.value - before.value) > mostSettling * Math.abs(before.value)
  return isLarge ? `${was} would become ${becomes}, a change of more than 10%` : null
}
