import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { describeHoldings } from '../../src/domain/editions/holdings.ts'
import type { MemberLabel } from '../../src/domain/editions/publication.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'
import type { Queries } from './database.ts'
import type { AudienceTables, StoredRecord } from './schema/versioned.ts'

/**
 * What one set now holds of some measures, as documents. A period that was said to be missing or withheld is
 * held: somebody answered for it. One that nobody sent is not.
 */
export async function describeStandingHoldings(
  queries: Queries,
  { series, figure }: AudienceTables,
  kpis: readonly { definition: KpiDefinition; position: number }[],
  labels: readonly MemberLabel[],
  organisation: string,
): Promise<StoredRecord[]> {
  if (!kpis.length) return []
  const held = await queries
    .selectDistinctOn([series.id], {
      kpi: series.kpi,
      dimension: series.dimension,
      member: series.member,
      latestPeriod: figure.period,
      received: figure.asAt,
    })
    .from(series)
    .innerJoin(figure, eq(figure.series, series.id))
    .where(
      and(
        isNull(figure.lastEdition),
        inArray(
          series.kpi,
          kpis.map(({ definition }) => definition.id),
        ),
      ),
    )
    .orderBy(series.id, desc(figure.periodEnd), desc(figure.period))
  const heldBy = Map.groupBy(held, (row): string => row.kpi)
  return kpis.map(({ definition, position }) => ({
    kind: 'holdings',
    id: definition.id,
    position,
    document: describeHoldings(definition, heldBy.get(definition.id) ?? [], labels, organisation),
  }))
}
