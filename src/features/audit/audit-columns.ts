import type { AuditRow } from '../../api/audit.ts'
import { deedWords, outcomeWords, subjectInWords } from '../../domain/audit/audit-words.ts'
import type { CsvCell } from '../../domain/exports/csv.ts'
import { instantInWords } from '../../domain/periods/instant-in-words.ts'
import type { RecordColumn } from '../../ui/RecordTable.tsx'

/** A row as the page shows it, by the clock of the council. */
export function auditColumns(timezone: string): readonly RecordColumn<AuditRow>[] {
  return [
    { head: 'When', text: ({ at }) => instantInWords(at, timezone), width: 1.5 },
    { head: 'What', text: ({ deed }) => deedWords[deed], width: 1.5 },
    { head: 'On what', text: ({ about }) => subjectInWords(about), width: 2.5 },
    { head: 'Who', text: ({ who }) => who, width: 1.5 },
    { head: 'Role', text: ({ role }) => role },
    { head: 'Outcome', text: ({ outcome }) => outcomeWords[outcome], width: 1.25 },
    { head: 'Row', text: ({ place }) => place, isNumber: true, width: 0.5 },
  ]
}

/** A row as its file has it: every field, with what the chain is checked by. */
export const auditFileColumns: readonly { head: string; text: (row: AuditRow) => CsvCell }[] = [
  { head: 'Row', text: ({ place }) => place },
  { head: 'When (UTC)', text: ({ at }) => at },
  { head: 'Who', text: ({ who }) => who },
  { head: 'Account', text: ({ account }) => account },
  { head: 'Role', text: ({ role }) => role },
  { head: 'What', text: ({ deed }) => deed },
  { head: 'Edition', text: ({ about }) => about.edition ?? null },
  { head: 'Load', text: ({ about }) => about.load ?? null },
  { head: 'Measure', text: ({ about }) => about.kpi ?? null },
  { head: 'Period', text: ({ about }) => about.period ?? null },
  { head: 'Action', text: ({ about }) => about.action ?? null },
  { head: 'Page', text: ({ about }) => about.page ?? null },
  { head: 'Form', text: ({ about }) => about.form ?? null },
  { head: 'Outcome', text: ({ outcome }) => outcome },
  { head: 'Hash', text: ({ hash }) => hash },
]
