import { frequencyOf, isPeriod } from '../domain/periods/period.ts'
import type { Cells } from './cells.ts'
import { frequencyRemedy } from './frequency-words.ts'
import type { KnownIds } from './record-file.ts'
import { sayCell } from './say-cell.ts'

/** The measure and the period that a row is about; the period must be of the measure's frequency. */
export function readOwnPeriod(cells: Cells, known: KnownIds): { kpi: string; period: string } {
  cells.needed('kpi_id')
  const kpi = cells.known('kpi_id', known.kpis, 'measure') ?? ''
  const period = cells.needed('period')
  const frequency = known.kpis.get(kpi)?.frequency
  if (period && frequency && !(isPeriod(period) && frequencyOf(period) === frequency)) {
    cells.fault(
      'period',
      `${sayCell(period, 'the period')} is no ${frequency}, and ${kpi} has one figure a ${frequency}`,
      frequencyRemedy[frequency],
    )
  }
  return { kpi, period }
}
