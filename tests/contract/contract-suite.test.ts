import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFinding } from '../../src/contract/conformance/finding.ts'
import { checkContract, contractChecks } from '../../src/contract/conformance/run-checks.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

// the mock makes its editions at the first request: on a busy machine that takes longer than a reply may
const patience = { timeLimitSeconds: 60 }

const open = { 'the mock': async () => openMock(), 'our server': openServer }

describe.each(Object.entries(open))('%s', (_, openApi) => {
  let api: ApiInProcess
  beforeAll(async () => {
    api = await openApi()
  })
  afterAll(() => api.close())

  it('passes every check as the panel sees it', async () => {
    const results = await checkContract(api.fetch, api.base, patience)
    expect(results.flatMap(({ findings }) => findings.map(describeFinding))).toEqual([])
    expect(results.filter(({ outcome }) => outcome === 'passed')).toHaveLength(
      Object.keys(contractChecks).length,
    )
  })

  it('passes every check as an officer sees it', async () => {
    await api.signIn('analyst')
    const results = await checkContract(api.fetch, api.base, patience)
    expect(results.flatMap(({ findings }) => findings.map(describeFinding))).toEqual([])
  })
})
