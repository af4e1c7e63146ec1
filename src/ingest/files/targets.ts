import type { Target } from '../../domain/measures/measure.ts'
import { monthOf } from '../../domain/periods/calendar.ts'
import type { RecordFile } from '../record-file.ts'

export interface TargetRow extends Target {
  kpi: string
}

/** targets.csv: the history of targets; a single value, or a band that may be open on one side. */
export const targetsFile: RecordFile<TargetRow> = {
  columns: { required: ['kpi_id', 'valid_from', 'target', 'lower', 'upper', 'set_by'], optional: [] },
  read(cells, known) {
    cells.needed('kpi_id')
    const value = cells.number('target')
    const lower = cells.number('lower')
    const upper = cells.number('upper')
    const isBand = lower !== null || upper !== null
    if (value === null && !isBand && cells.isSound()) {
      cells.fault('target', 'the row sets neither a target nor a band', 'give target, or lower and upper')
    }
    if (value !== null && isBand) {
      cells.fault('target', 'the row sets a target and a band', 'give one of them and leave the other empty')
    }
    if (lower !== null && upper !== null && lower > upper) {
      cells.fault('lower', 'the lower end of the band is above its upper end', 'give the lower end first')
    }
    return {
      kpi: cells.known('kpi_id', known.kpis, 'measure') ?? '',
      from: monthOf(cells.neededDate('valid_from')),
      value,
      lower,
      upper,
      by: null,
      setBy: cells.needed('set_by'),
    }
  },
  identify: ({ kpi, from }) => `${kpi} ${from}`,
}
