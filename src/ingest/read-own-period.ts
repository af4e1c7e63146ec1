import { frequencyOf, isPeriod } from '../domain/periods/period.ts'
import type { Cells } from './cells.ts'
import { frequencyRemedy } from './frequency-words.ts'
import type { KnownIds } from './record-file.ts'
import { sayCell } from './say-cell.ts'

/** The measure and the period that a row is about; the period must be of the measure's frequency. */
export function readOwnPeriod(cells: Cells, known: KnownIds): { kpi: string; period: string } {
  cells.needed('kpi_id')
  const kpi = cells.known('kpi_id', known.kpis, 'measure') ?? ''
  const period = monthInCell(cells.needed('period'), cells.place('period').cell !== undefined)
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

/**
 * A month that was written into a sheet: spreadsheets make the first day of it from 2025-09, and only that day is one.
 *
 * @example '2025-09-01' in a cell → '2025-09'
 */
export function monthInCell(text: string, isInCell: boolean): string {
  return isInCell && /^\d{4}-\d{2}-01$/.test(text) ? text.slice(0, 7) : text
}
