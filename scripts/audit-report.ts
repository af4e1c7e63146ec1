export interface WeakPackage {
  name: string
  severity: string
}

/** How the audit ends where nobody could be asked: neither well nor badly. */
export const notAsked = 3

const severities = ['critical', 'high', 'moderate', 'low', 'info']

/**
 * Reads what `npm audit --json` wrote: each package with a known weakness, the worst first, one that nobody ranked
 * before all. An answer that is none is no clean bill: it is null.
 */
export function readAudit(text: string): WeakPackage[] | null {
  const report = parse(text)
  if (!('vulnerabilities' in report) || !isRecord(report.vulnerabilities)) return null
  const weak = Object.entries(report.vulnerabilities).map(([name, found]) => ({
    name,
    severity: isRecord(found) && typeof found.severity === 'string' ? found.severity : 'unknown',
  }))
  return weak.toSorted((a, b) => rankOf(a.severity) - rankOf(b.severity))
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
