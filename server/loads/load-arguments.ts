import { parseArgs } from 'node:util'
import { PublishLoad } from '../../src/contract/loads.ts'

/** The command was not written as it can be understood. */
export class UsageError extends Error {}

export interface LoadArguments {
  paths: string[]
  mapping: string | null
  /** the label to publish under; null where the load is only checked */
  label: string | null
  isJson: boolean
}

export const usage =
  'npm run load -- PATH… [--mapping FILE] [--check] [--publish "LABEL"] [--json]\n' +
  'PATH is a file, a folder or a zip; docs/loading.md describes the files.'

export function readLoadArguments(given: readonly string[]): LoadArguments {
  const { values, positionals } = parse(given)
  if (!positionals.length) throw new UsageError('no file was named')
  const label = values.publish?.trim()
  if (values.publish !== undefined && !label) throw new UsageError('--publish needs a label')
  const faultOfLabel = label === undefined ? null : faultOf(label)
  if (faultOfLabel !== null) throw new UsageError(`--publish needs another label: ${faultOfLabel}`)
  if (label && values.check) throw new UsageError('--check and --publish exclude each other')
  return {
    paths: positionals,
    mapping: values.mapping ?? null,
    label: label ?? null,
    isJson: values.json ?? false,
  }
}

/** The same rule as through the service: one line, and nobody is named. */
function faultOf(label: string): string | null {
  const [issue] = PublishLoad.safeParse({ label }).error?.issues ?? []
  return issue?.message ?? null
}

function parse(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        check: { type: 'boolean' },
        publish: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
