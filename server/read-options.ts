import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The command was not written as it can be understood. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * The options that a command was given.
 * @throws UsageError for one that it does not know, one without its value, and anything that is no option
 */
export function readOptions<const Known extends Options>(given: readonly string[], options: Known) {
  return read(() => parseArgs({ args: [...given], options })).values
}

/** The same of a command that takes something besides, such as paths. @throws UsageError */
export function readOptionsAndRest<const Known extends Options>(given: readonly string[], options: Known) {
  return read(() => parseArgs({ args: [...given], options, allowPositionals: true }))
}

function read<Parsed>(parse: () => Parsed): Parsed {
  try {
    return parse()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
