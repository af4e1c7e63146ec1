import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Store } from '../../src/service/store.ts'
import { db } from '../db.ts'
import { type Failure, failures, isFailure } from './fail.ts'

const prefix = 'error-'

/** 'error-503' → '503'; null for a measure that does not fail. */
export function failureOf(kpi: string): Failure | null {
  const rest = kpi.startsWith(prefix) ? kpi.slice(prefix.length) : ''
  return isFailure(rest) ? rest : null
}

/**
 * Measures whose figures fail, each in its own way: /kpis/error-503, /kpis/error-slow and so on. They are in the
 * list of measures only where one of them has been opened, so that no other page shows them; where figures are asked
 * for, they are known. What comes late comes whole: the first measure's figures.
 */
export function knowingFailingKpis(store: Store, areKnown: boolean): Store {
  if (!areKnown && !db.hasFailingKpis) return store
  return {
    ...store,
    openEdition(audience, edition, own) {
      const { reader, history } = store.openEdition(audience, edition, own)
      const readKpis = async () => withFailing(await reader.readKpis())
      return {
        history,
        reader: {
          ...reader,
          readKpis,
          async readSeries(selection) {
            const [failing] = selection.kpis.filter((kpi) => failureOf(kpi) !== null)
            const [model] = await reader.readKpis()
            if (!failing || !model) return await reader.readSeries(selection)
            const series = await reader.readSeries({ ...selection, kpis: [model.id] })
            return series.map((one) => ({ ...one, kpi: failing }))
          },
        },
      }
    },
  }
}

function withFailing(kpis: readonly DescribedKpi[]): DescribedKpi[] {
  const [model] = kpis
  if (!model) return []
  return [
    ...kpis,
    ...failures.map((failure) => ({
      ...model,
      id: `${prefix}${failure}`,
      name: `Reading that fails (${failure})`,
      definition: 'Not a measure: it shows how the page behaves when its figures cannot be read.',
    })),
  ]
}
