import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { notAsked, readAudit } from '../../scripts/audit-report.ts'

describe('the audit of packages', () => {
  it('takes no answer for no news: a registry out of reach, an error, rubbish', () => {
    for (const said of [
      '',
      'ENOTFOUND',
      '{"message":"request failed","error":{"code":"ENOTFOUND"}}',
      'null',
    ]) {
      expect([said, readAudit(said)]).toEqual([said, null])
    }
  })

  it('is clean where the registry knows of nothing', () => {
    expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual([])
  })

  it('names what is weak, the worst first, and takes what nobody ranked for grave', () => {
    const vulnerabilities = { mild: { severity: 'low' }, bad: { severity: 'critical' }, odd: {} }
    const report = readAudit(JSON.stringify({ vulnerabilities }))
    expect(report?.map(({ name }) => name)).toEqual(['odd', 'bad', 'mild'])
  })
})

describe('the audit of packages as it is run', () => {
  const cache = mkdtempSync(join(tmpdir(), 'dashboard-audit-'))
  afterAll(() => rmSync(cache, { recursive: true }))

  /** How it ends and what it says, with a registry that answers so. */
  async function audit(advisories: object | null): Promise<[code: unknown, said: string]> {
    const registry = createServer((request, reply) => {
      const isAsked = request.method === 'POST' && request.url?.endsWith('/advisories/bulk')
      reply.writeHead(isAsked && advisories ? 200 : 404, { 'content-type': 'application/json' })
      reply.end(JSON.stringify(advisories ?? {}))
    })
    await once(registry.listen(0, '127.0.0.1'), 'listening')
    const address = registry.address()
    const port = typeof address === 'object' ? address?.port : null
    const asking = spawn(process.execPath, ['scripts/audit.ts'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        npm_config_registry: `http://127.0.0.1:${port}/`,
        npm_config_cache: cache,
        // told so, npm itself says that nothing is known
        npm_config_offline: 'true',
      },
    })
    const [said, [code]] = await Promise.all([text(asking.stdout), once(asking, 'close')])
    registry.close()
    return [code, said]
  }

  it('fails for a weakness of what the service runs with, however slight', async () => {
    const weakness = {
      id: 1,
      title: 'x',
      severity: 'low',
      vulnerable_versions: '<999',
      url: 'https://x.example',
    }
    const [code, said] = await audit({ fastify: [{ ...weakness, cwe: [], cvss: { score: 0 } }] })
    expect([code, said]).toEqual([1, expect.stringContaining('low: fastify')])
  })

  it('passes where nothing is known', async () => {
    expect(await audit({})).toEqual([0, '0 packages with a known weakness\n'])
  })

  it('says that it could not ask, and ends as neither', async () => {
    const [code, said] = await audit(null)
    expect([code, said]).toEqual([notAsked, expect.stringContaining('could not be asked')])
  })
})
