import type { Figure } from '../domain/figures/figure.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import type { Observed } from './observed.ts'
import { type Place, problemAt, type Report } from './problem.ts'

/** Figures of one measure in one file: one form, so one decision. */
interface Group {
  file: string
  kpi: string
  values: number
  isAboveZero: boolean
  first: Place
  /** the largest part of 1, and the least figure above 1: far apart, they are of two scales */
  fraction: { size: number; place: Place } | null
  aboveOne: number | null
  /** figures with a percent sign, and the first that has none */
  signed: number
  unsigned: { size: number; place: Place } | null
}

/** So many times apart lie no figures of one measure that happen to be small and large. */
const farApart = 10

/** How far a written percentage may lie from its counts and still be theirs. */
const rounding = 0.5

/**
 * Watches percentages for files that give shares of 1 instead: all figures of a measure in a file are 1 or less, and
 * not all of them nothing; or some are, far below the others, or without the sign that the others have. That is decided
 * once a file and never for a single cell: by a scale in its mapping (100 for shares, 1 for percentages that are so
 * small), or by counts that say it themselves.
 *
 * @example 0.6926, 0.5389 without a scale → refused; 0.7 of 7 ÷ 1,000 → 0.7%; 0.4, 1.2 → percentages;
 *   0.45, 47 → asked about; 41%, 0.45 → refused
 */
export function watchShares(kpis: ReadonlyMap<string, KpiDefinition>) {
  const groups = new Map<string, Group>()
  return {
    take({ kpi, value, numerator, denominator }: Figure, observed: Observed, file: string) {
      if (value === null || kpis.get(kpi)?.unit !== 'percent' || observed.isScaleSaid) return
      const isCounted =
        numerator !== null &&
        denominator !== null &&
        denominator > 0 &&
        Math.abs((100 * numerator) / denominator - value) <= rounding
      if (isCounted) return
      const key = `${file}\u001f${kpi}`
      const place = observed.place('value')
      const group = groups.get(key) ?? newGroup(file, kpi, place)
      groups.set(key, group)
      group.values += 1
      group.isAboveZero ||= value > 0
      if (value > 1) group.aboveOne = Math.min(value, group.aboveOne ?? value)
      else if (value > (group.fraction?.size ?? 0) && value < 1) group.fraction = { size: value, place }
      if (/%\s*$/.test(observed.texts.value)) group.signed += 1
      else if (value > 0 && value < (group.unsigned?.size ?? Number.POSITIVE_INFINITY))
        group.unsigned = { size: value, place }
    },
    report(report: Report) {
      for (const group of groups.values()) {
        const { kpi, values, aboveOne, isAboveZero, first } = group
        if (aboveOne !== null || group.signed > 0) {
          reportMixed(group, report)
          continue
        }
        if (!isAboveZero) continue
        report(
          problemAt(first).error(
            `${kpi} is a percentage, and ${values === 1 ? 'its figure' : `all ${values} of its figures`} in this file ${values === 1 ? 'is' : 'are'} from 0 to 1`,
            'say which it is in the mapping of this file: "scale": 100 where these are shares of 1, "scale": 1 where they are percentages as they stand',
          ),
        )
      }
    },
  }
}

const newGroup = (file: string, kpi: string, first: Place): Group => ({
  file,
  kpi,
  values: 0,
  isAboveZero: false,
  first,
  fraction: null,
  aboveOne: null,
  signed: 0,
  unsigned: null,
})

/** Figures of two scales under one measure: a cell that lost its format, or a part of a file that gives shares. */
function reportMixed({ kpi, signed, unsigned, fraction, aboveOne }: Group, report: Report) {
  if (signed > 0 && unsigned && unsigned.size <= 1) {
    report(
      problemAt(unsigned.place).error(
        `figures of ${kpi} have a percent sign, and this one has none and is at most 1`,
        'give the cell the format of the others, or say "scale" in the mapping of this file: 1 where figures are percentages as they stand',
      ),
    )
  } else if (signed > 0 && unsigned) {
    report(
      problemAt(unsigned.place).asked(
        `figures of ${kpi} have a percent sign, and this one has none`,
        'publish it with a reason if it is a percentage as well, or give the cell the format of the others',
      ),
    )
  } else if (fraction && aboveOne !== null && aboveOne >= farApart * fraction.size) {
    report(
      problemAt(fraction.place).asked(
        `figures of ${kpi} are parts of 1 here, and ${farApart} times as large or more elsewhere in this file: are they shares of 1 among percentages?`,
        'give them all as percentages; if they are so small, publish it with a reason, or say "scale": 1 in the mapping',
      ),
    )
  }
}
