/**
 * A mapping of one file with a month and a number, the whole of a list in each row; a test names only what matters to it.
 *
 * @param changes of its one output
 */
export function aMapping(file: string, changes: object = {}) {
  const output = {
    kpi: 'ot-waiting',
    dimension: 'borough',
    member: 'All',
    period: { column: 'Month', form: 'month-name' },
    value: { column: 'Adults' },
    asAt: 'period-end',
    ...changes,
  }
  return { files: [{ file, outputs: [output] }] }
}
