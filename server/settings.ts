import { resolve } from 'node:path'
import type { AuthMode } from './session/sessions.ts'

/** A setting that cannot be used, and what to do about it. */
export class SettingError extends Error {}

export interface Settings {
  host: string
  port: number
  dataDirectory: string
  seed: 'demonstration' | 'none'
  databaseUrl: string | null
  /** null where it follows from whose figures these are */
  auth: AuthMode | null
  allowedOrigins: string[]
  logLevel: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the settings of the service once. Names and defaults: README. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined
  const host = given('HOST') ?? '127.0.0.1'
  return {
    host,
    port: readPort(given('PORT') ?? '8080'),
    dataDirectory: resolve(given('DATA_DIR') ?? './var'),
    seed: oneOf('SEED', given('SEED') ?? 'demonstration', ['demonstration', 'none']),
    databaseUrl: given('DATABASE_URL') ?? null,
    auth: readAuth(given('AUTH'), host),
    allowedOrigins: (given('ALLOWED_ORIGINS') ?? '').split(/[\s,]+/).filter(Boolean),
    logLevel: oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'warn', logLevels),
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new SettingError(`PORT cannot be "${text}". Give a number from 1 to 65535, or 0 for any free port.`)
}

/** Anybody who can reach the service may choose a role under `demo`, so nobody else may reach it. */
function readAuth(text: string | undefined, host: string): AuthMode | null {
  if (text === undefined) return null
  const auth = oneOf<AuthMode>('AUTH', text, ['demo', 'none'])
  if (auth === 'none' || isLoopback(host)) return auth
  throw new SettingError(
    `AUTH=demo lets anybody choose a role, so it works on this machine only, and HOST is ${host}. Use HOST=127.0.0.1, or AUTH=none.`,
  )
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new SettingError(`${name} cannot be "${text}". Give one of: ${choices.join(', ')}.`)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Who may see what, once it is known whose figures these are: choosing a role is for invented ones alone. */
export function decideAuth(asked: AuthMode | null, host: string, isIllustrative: boolean): AuthMode {
  if (asked === 'demo' && !isIllustrative) {
    throw new SettingError(
      'AUTH=demo lets anybody choose a role, so it is for illustrative figures only, and these are not. Use AUTH=none.',
    )
  }
  return asked ?? (isIllustrative && isLoopback(host) ? 'demo' : 'none')
}
