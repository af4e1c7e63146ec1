import type { Dimension } from '../../domain/editions/holdings.ts'
import { type RecordsAbout, writeRecords } from '../../domain/exports/write-records.ts'
import type { Series } from '../../domain/figures/figure.ts'

const words = { present: 'shown', suppressed: 'withheld', missing: 'missing' } as const

/** Every figure of every category, as the page's audience holds it. */
export function writeThemesCsv(about: RecordsAbout, dimension: Dimension, series: readonly Series[]): string {
  const labels = new Map(dimension.members.map(({ id, label }) => [id, label]))
  return writeRecords(
    about,
    [
      { head: dimension.label, text: ({ member }) => labels.get(member) ?? member },
      { head: 'Period', text: ({ point }) => point.period },
      { head: 'Concluded enquiries', text: ({ point }) => point.value },
      { head: 'All concluded enquiries of the period', text: ({ point }) => point.n },
      { head: 'Figure', text: ({ point }) => words[point.availability] },
      { head: 'Provisional', text: ({ point }) => (point.provisional ? 'yes' : 'no') },
    ],
    series
      .filter((one) => one.dimension === dimension.id)
      .flatMap(({ member, points }) => points.map((point) => ({ member, point }))),
  )
}
