import type { Edition, Organisation } from '../../domain/editions/publication.ts'
import { type CsvCell, writeCsv } from '../../domain/exports/csv.ts'
import { themeNames } from '../../domain/measures/measure.ts'
import type { RowModel } from './scorecard-model.ts'

const heads = [
  'Theme',
  'Measure',
  'Unit',
  'Owner',
  'Latest',
  'At',
  'On period',
  'On year',
  'Variation',
  'Usual range from',
  'Mean',
  'Usual range to',
  'Target',
  'Against target',
  'Against plan',
  'Gap to plan',
  'Milestone',
  'Milestone status',
  'Figure status',
  'Needs attention',
  'Finding',
]

/** The scorecard as shown, with what it is and where it came from above it. */
export function writeScorecardCsv(
  rows: readonly RowModel[],
  { edition, organisation, audience }: { edition: Edition; organisation: Organisation; audience: string },
): string {
  const about: CsvCell[][] = [
    ['Scorecard', `${organisation.service}, ${organisation.name}`],
    ['Edition', `${edition.number}, ${edition.label}`],
    ['Data as at', edition.dataAsAt],
    [
      'Figures',
      audience === 'exact' ? 'exact, for officers' : 'protected: small numbers withheld, counts rounded',
    ],
    ['Marking', organisation.marking],
    ...(organisation.illustrative ? [['Status', 'Illustrative data: invented figures']] : []),
    [],
  ]
  return writeCsv([...about, heads, ...rows.map(cellsOf)])
}

function cellsOf(row: RowModel): CsvCell[] {
  return [
    themeNames[row.theme],
    row.name,
    row.unit,
    row.owner,
    row.value.number ?? row.value.text,
    row.observedAt,
    withoutNoise(row.onPeriod.number),
    withoutNoise(row.onYear.number),
    [row.variation.text, row.variation.sub].filter(Boolean).join(': '),
    withoutNoise(row.limits?.lower ?? null),
    withoutNoise(row.limits?.mean ?? null),
    withoutNoise(row.limits?.upper ?? null),
    row.target.sub,
    row.target.text,
    row.plan.text,
    withoutNoise(row.plan.gap),
    row.milestone?.title ?? null,
    row.milestone?.sub ?? null,
    row.figure.text,
    row.attention?.sentences.join(' ') ?? null,
    row.finding,
  ]
}

/** A difference of two decimals ends in binary noise: 72 − 70.8 is 1.2000000000000028. */
function withoutNoise(difference: number | null): number | null {
  return difference === null ? null : Number(difference.toPrecision(12))
}
