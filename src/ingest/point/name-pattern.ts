import { withoutEnding } from '../mapping/cut-text.ts'
import { periodInName } from '../suggest/period-in-name.ts'

/**
 * What the files of an extract are called, by the name of one of them: a period in it is any period.
 *
 * @example 'waiting-2025-10.csv' → 'waiting-*.csv'; 'waiting.csv' stays as it is
 */
export function namePattern(file: string): string {
  const name = withoutEnding(file)
  const said = periodInName(name)
  // a name that is nothing but a period is that of any extract
  if (!said || (!said.cut.after && !said.cut.before)) return file
  return `${said.cut.after ?? ''}*${said.cut.before ?? ''}${file.slice(name.length)}`
}
