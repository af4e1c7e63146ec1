import type { Series } from '../../src/domain/figures/figure.ts'
import { borough, comparatorDimension } from '../../src/domain/measures/measure.ts'
import { periodEnd } from '../../src/domain/periods/period.ts'
import type { EditionReader } from '../../src/service/store.ts'
import { type Packed, pack } from './packed.ts'

/** All series of one measure by one dimension, each with its place among all of the set. */
interface KeptGroup {
  kpi: string
  dimension: string
  series: Packed<{ place: number; series: Series }[]>
}

export interface KeptSeries {
  bytes: number
  reader: Pick<EditionReader, 'readSeries' | 'readHeadlines'>
}

/** Keeps every series of a set, so that any selection of them is read as the database would give it. */
export async function keepSeries(all: readonly Series[]): Promise<KeptSeries> {
  const placed = all.map((series, place) => ({ place, series }))
  const groups: KeptGroup[] = []
  const byGroup = Map.groupBy(placed, ({ series }) => JSON.stringify([series.kpi, series.dimension]))
  for (const members of byGroup.values()) {
    const [first] = members
    if (!first) continue
    const { kpi, dimension } = first.series
    groups.push({ kpi, dimension, series: await pack(members) })
  }

  const select = async (isAsked: (group: KeptGroup) => boolean, span: Span) => {
    const read = await Promise.all(groups.filter(isAsked).map(({ series }) => series.read()))
    return read
      .flat()
      .sort((a, b) => a.place - b.place)
      .map(({ series }) => ({ ...series, points: series.points.filter(({ period }) => isIn(span, period)) }))
      .filter(({ points }) => points.length > 0)
  }

  return {
    bytes: groups.reduce((sum, { series }) => sum + series.bytes, 0),
    reader: {
      async readSeries({ kpis, dimension, member, endsFrom, endsTo }) {
        const rank = new Map(kpis.map((kpi, index) => [kpi, index]))
        const isAsked = (group: KeptGroup) => rank.has(group.kpi) && group.dimension === dimension
        return (await select(isAsked, { endsFrom, endsTo }))
          .filter((series) => member === undefined || series.member === member)
          .sort((a, b) => (rank.get(a.kpi) ?? 0) - (rank.get(b.kpi) ?? 0))
      },
      async readHeadlines({ ofBorough, ofCategories }, endsFrom) {
        const isAsked = ({ kpi, dimension }: KeptGroup) =>
          (ofBorough.includes(kpi) && dimension === borough.dimension) ||
          (ofCategories.includes(kpi) && dimension !== comparatorDimension && !dimension.includes('+'))
        return await select(isAsked, { endsFrom: endsFrom ?? undefined })
      },
    },
  }
}

interface Span {
  endsFrom?: string | undefined
  endsTo?: string | undefined
}

function isIn({ endsFrom, endsTo }: Span, period: string): boolean {
  const end = periodEnd(period)
  return (endsFrom === undefined || end >= endsFrom) && (endsTo === undefined || end <= endsTo)
}
