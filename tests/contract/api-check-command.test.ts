import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiInProcess, openServer } from '../support/servers-in-process.ts'

let good: ApiInProcess
let webPage: Server
let webPageAddress = ''
beforeAll(async () => {
  good = await openServer()
  webPage = createServer((_, response) => response.end('<!doctype html>'))
  await new Promise<void>((resolve) => webPage.listen(0, '127.0.0.1', resolve))
  webPageAddress = `http://127.0.0.1:${(webPage.address() as AddressInfo).port}`
})
afterAll(async () => {
  webPage.close()
  await good.close()
})

function run(...parameters: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/cli/api-check.ts', ...parameters])
    const result = { output: '', errors: '' }
    child.stdout.on('data', (text) => {
      result.output += text
    })
    child.stderr.on('data', (text) => {
      result.errors += text
    })
    child.on('close', (code) => resolve({ code, ...result }))
  })
}

describe('npm run api:check', () => {
  it('exits 0 for an API that the app can use', async () => {
    const { code, output } = await run(good.base.replace('/api/v1', ''))
    expect([code, output]).toEqual([0, `The app can use ${good.base}: all 25 checks passed.\n`])
  })

  it('exits 1 and names resource and remedy for one that it cannot', async () => {
    const { code, output } = await run(webPageAddress)
    expect(code).toBe(1)
    expect(output).toContain(
      '/session header Content-Type: is missing → Send Content-Type: application/json.',
    )
    expect(output).toMatch(/The app cannot use http:\/\/127\.0\.0\.1:\d+\/api\/v1 as it is/)
  })

  it('writes one JSON object where asked', async () => {
    const { code, output } = await run(good.base, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({ base: good.base, passed: 25, failed: 0, notRun: 0 })
  })

  it('exits 2 and shows its usage without an address, and for what is none', async () => {
    const [nothing, notAnAddress] = await Promise.all([run(), run('localhost:8080')])
    expect([nothing.code, notAnAddress.code]).toEqual([2, 2])
    expect(nothing.errors).toContain('Usage: npm run api:check -- URL')
    expect(notAnAddress.errors).toContain('"localhost:8080" is not an address')
  })
})
