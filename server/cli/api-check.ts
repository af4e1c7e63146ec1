/**
 * Is the API at an address one that the app can use?
 *
 *   npm run api:check -- URL [--read-only] [--time-limit SECONDS] [--json]
 *
 * Exit 0: it is. 1: it is not, each fault as `resource path message → remedy`. 2: wrong usage.
 */
import { parseArgs } from 'node:util'
import { describeFinding, findingsShown } from '../../src/contract/conformance/finding.ts'
import {
  checkContract,
  hasFindings,
  proposedTimeLimitSeconds,
} from '../../src/contract/conformance/run-checks.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { fileOfReply } from '../../src/contract/static-edition.ts'

const usage = `Usage: npm run api:check -- URL [--read-only] [--time-limit SECONDS] [--json]

  URL           where the API is: http://127.0.0.1:8080, or the address that ends in ${apiBase}
  --read-only   only what is read: of an edition published as files, where the host of files refuses nothing
  --time-limit  how long one request may take; ${proposedTimeLimitSeconds} seconds unless told
  --json        the results as one JSON object`

interface Options {
  base: string
  timeLimitSeconds: number
  isReadOnly: boolean
  json: boolean
}

/** What the command line asks for, or why it cannot be done. */
function readOptions(given: string[]): Options | { problem: string } {
  const options = {
    'time-limit': { type: 'string' },
    'read-only': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: given, options, allowPositionals: true })
    const [url, ...others] = positionals
    if (!url) return { problem: 'No address was given.' }
    if (others.length) return { problem: `One address at a time: ${others.join(' ')} is too much.` }
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
      return { problem: `"${url}" is not an address: write http://host:port or https://host.` }
    }
    const timeLimitSeconds = Number(values['time-limit'] ?? proposedTimeLimitSeconds)
    if (!(timeLimitSeconds > 0)) {
      return { problem: `--time-limit cannot be "${values['time-limit']}": give seconds, such as 5.` }
    }
    return {
      base: baseOf(new URL(url)),
      timeLimitSeconds,
      isReadOnly: values['read-only'],
      json: values.json,
    }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

/** 'http://host:8080/' → 'http://host:8080/api/v1'; an address that ends so is left as it is. */
function baseOf(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '')
  return url.origin + (path.endsWith(apiBase) ? path : path + apiBase)
}

/** A host of files sees no query, so replies have addresses of their own there. */
async function standsAsFiles(base: string): Promise<boolean> {
  const reply = await fetch(base + fileOfReply(paths.session())).catch(() => null)
  return reply?.ok === true && (reply.headers.get('content-type') ?? '').includes('json')
}

async function check({ base, timeLimitSeconds, isReadOnly, json }: Options): Promise<number> {
  const isOfFiles = isReadOnly && (await standsAsFiles(base))
  const results = await checkContract(fetch, base, { timeLimitSeconds, isReadOnly, isOfFiles })
  const passed = results.filter(({ outcome }) => outcome === 'passed').length
  const notRun = results.filter(({ outcome }) => outcome === 'not-run').length
  if (json) {
    console.log(JSON.stringify({ base, passed, notRun, failed: results.length - passed - notRun, results }))
    return hasFindings(results) ? 1 : 0
  }
  for (const { findings } of results) {
    for (const finding of findings.slice(0, findingsShown)) console.log(describeFinding(finding))
    if (findings.length > findingsShown) {
      console.log(`  … and ${findings.length - findingsShown} more of this kind (all of them with --json)`)
    }
  }
  if (!hasFindings(results)) console.log(`The app can use ${base}: all ${passed} checks passed.`)
  else {
    const failed = results.length - passed - notRun
    const unread = notRun ? `, ${notRun} not run because what they rest on could not be read` : ''
    console.log(
      `\nThe app cannot use ${base} as it is: ${failed} of ${results.length} checks failed${unread}.`,
    )
  }
  return hasFindings(results) ? 1 : 0
}

const options = readOptions(process.argv.slice(2))
if ('problem' in options) {
  console.error(`${options.problem}\n\n${usage}`)
  process.exitCode = 2
} else {
  process.exitCode = await check(options)
}
