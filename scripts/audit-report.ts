/** What is known of the packages that the service runs with; null where nobody could be asked. */
export interface AuditReport {
  /** name and severity of each package with a known weakness, the worst first */
  weak: { name: string; severity: string }[]
}

const severities = ['critical', 'high', 'moderate', 'low', 'info']

/** Reads what `npm audit --json` wrote. An answer that is none is no clean bill: it is null. */
export function readAudit(text: string): AuditReport | null {
  const report = parse(text)
  if (!('vulnerabilities' in report) || !isRecord(report.vulnerabilities)) return null
  const weak = Object.entries(report.vulnerabilities).map(([name, found]) => ({
    name,
    severity: isRecord(found) && typeof found.severity === 'string' ? found.severity : 'unknown',
  }))
  return { weak: weak.toSorted((a, b) => rankOf(a.severity) - rankOf(b.severity)) }
}

/** One that nobody ranked is taken for the worst. */
export function isGrave({ severity }: { severity: string }): boolean {
  return rankOf(severity) <= severities.indexOf('high')
}

const rankOf = (severity: string) => severities.indexOf(severity)

function parse(text: string): object {
  try {
    const report: unknown = JSON.parse(text)
    return isRecord(report) ? report : {}
  } catch {
    return {}
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
