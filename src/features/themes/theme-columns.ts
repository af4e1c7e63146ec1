import type { Dimension } from '../../domain/editions/holdings.ts'
import type { Series, SeriesPoint } from '../../domain/figures/figure.ts'

const availabilityWords = { present: 'shown', suppressed: 'withheld', missing: 'missing' } as const

export interface ThemeFigure {
  member: string
  point: SeriesPoint
}

/** How a figure of one category and period is written to a file. */
export function themeColumns({ label, members }: Dimension) {
  const labels = new Map(members.map((member) => [member.id, member.label]))
  return [
    { head: label, text: ({ member }: ThemeFigure) => labels.get(member) ?? member },
    { head: 'Period', text: ({ point }: ThemeFigure) => point.period },
    { head: 'Concluded enquiries', text: ({ point }: ThemeFigure) => point.value },
    { head: 'All concluded enquiries of the period', text: ({ point }: ThemeFigure) => point.n },
    { head: 'Figure', text: ({ point }: ThemeFigure) => availabilityWords[point.availability] },
    { head: 'Provisional', text: ({ point }: ThemeFigure) => (point.provisional ? 'yes' : 'no') },
  ]
}

/** Every figure of every category, one after the other; there is no total. */
export function themeFigures({ id }: Dimension, series: readonly Series[]): ThemeFigure[] {
  return series
    .filter(({ dimension }) => dimension === id)
    .flatMap(({ member, points }) => points.map((point) => ({ member, point })))
}
