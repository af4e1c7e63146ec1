import { exportForms, type NoteExport } from '../contract/audit.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { sendJson } from './client.ts'

/** Says to the service that exact figures were saved. Whoever saved them has them: what cannot be said stops nobody. */
export function noteExport(given: NoteExport): void {
  sendJson('POST', officerPaths.exports(), ({ NoteExportReply }) => NoteExportReply, given).catch(
    () => undefined,
  )
}

/**
 * What the name of a file says of it, where it holds exact figures; null of every other.
 *
 * @example exactFile('2025-09_ot-waiting_edition-5_officers.csv') → { form: 'csv', edition: 5 }
 */
export function exactFile(name: string): NoteExport | null {
  const [, edition, ending] = /_edition-(\d+)_officers\.(?:\w+\.)*(\w+)$/.exec(name) ?? []
  const form = exportForms.find((one) => one === ending)
  return edition === undefined || !form ? null : { form, edition: Number(edition) }
}
