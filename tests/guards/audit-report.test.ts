import { describe, expect, it } from 'vitest'
import { isGrave, readAudit } from '../../scripts/audit-report.ts'

describe('the audit of packages', () => {
  it('takes no answer for no news: a registry out of reach, an error, rubbish', () => {
    for (const text of [
      '',
      'ENOTFOUND',
      '{"message":"request failed","error":{"code":"ENOTFOUND"}}',
      'null',
    ]) {
      expect([text, readAudit(text)]).toEqual([text, null])
    }
  })

  it('is clean where the registry knows of nothing', () => {
    expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ weak: [] })
  })

  it('names what is weak, the worst first, and takes what nobody ranked for grave', () => {
    const vulnerabilities = { mild: { severity: 'low' }, bad: { severity: 'critical' }, odd: {} }
    const report = readAudit(JSON.stringify({ vulnerabilities }))
    expect(report?.weak.map(({ name }) => name)).toEqual(['odd', 'bad', 'mild'])
    expect(report?.weak.filter(isGrave).map(({ name }) => name)).toEqual(['odd', 'bad'])
  })
})
