import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { GapModel } from './gap-model.ts'
import { leastBase } from './group-gaps.ts'
import { howCounted } from './how-counted.ts'

/** How a gap is worked out, and what it does not say. */
export function gapNote({
  isRounded,
  isAgain,
  isProvisional,
}: Pick<GapModel, 'isRounded' | 'isAgain' | 'isProvisional'>): string {
  return [
    `Ribbon: 99% interval; a gap is told only where it leaves out nought. Years with fewer than ${leastBase} in a group are too small to say.`,
    ...(isAgain
      ? [
          'Mostly the same people are counted again each time, so a year is an average and the interval rests on the people of one count.',
        ]
      : []),
    ...(isProvisional ? ['Years with [p] rest on figures that may still change.'] : []),
    ...(isRounded ? ['Counts are rounded, and the interval is wide enough for that.'] : []),
    'A gap does not say why: groups differ in age, need and where they live.',
  ].join(' ')
}

/** What a reader can do on the page where no gap can be claimed for this kind of figure. */
export function readSideBySide(kpi: Pick<DescribedKpi, 'unit' | 'aggregation' | 'definition'>): string {
  return kpi.unit !== 'percent' || howCounted(kpi) === 'never-together'
    ? 'Read the pictures above side by side, each against its own usual range.'
    : ''
}

/** Why no gap can be given for a measure. */
export function whyNoGap(
  kpi: Pick<DescribedKpi, 'unit' | 'aggregation' | 'definition'>,
  kindOfSet: 'exact' | 'protected',
): string {
  switch (kpi.unit) {
    case 'count':
      return `Groups differ in size, and how many people each could have had is not held. No gap between counts is claimed.`
    case 'percent':
      if (howCounted(kpi) === 'never-together')
        return `These shares count each person once over a longer time, so they cannot be put together over a year. No gap is claimed.`
      return kindOfSet === 'protected'
        ? 'Too many of the counts behind these shares are withheld in this set to give a gap.'
        : 'The counts behind these shares are not held, so no gap can be given.'
    case 'days':
    case 'working-days':
    case 'rate':
    case 'ratio':
    case 'pounds':
      return `No interval can be given for a gap in this kind of figure: how far single cases lie apart is not held. No gap is claimed.`
  }
}
