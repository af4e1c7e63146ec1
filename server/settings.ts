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
  return {
    host: given('HOST') ?? '127.0.0.1',
    port: readPort(given('PORT') ?? '8080'),
    dataDirectory: resolve(given('DATA_DIR') ?? './var'),
    seed: oneOf('SEED', given('SEED') ?? 'demonstration', ['demonstration', 'none']),
    databaseUrl: given('DATABASE_URL') ?? null,
    auth: readAuth(given('AUTH')),
    allowedOrigins: (given('ALLOWED_ORIGINS') ?? '').split(/[\s,]+/).filter(Boolean),
    logLevel: oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'warn', logLevels),
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new SettingError(`PORT cannot be "${text}". Give a number from 1 to 65535, or 0 for any free port.`)
}

function readAuth(text: string | undefined): AuthMode | null {
  return text === undefined ? null : oneOf<AuthMode>('AUTH', text, ['demo', 'none'])
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new SettingError(`${name} cannot be "${text}". Give one of: ${choices.join(', ')}.`)
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/**
 * Who may see what. Anybody who can reach the service may choose a role under `demo`, so it is for invented
 * figures on this machine alone.
 */
export function decideAuth(asked: AuthMode | null, host: string, isIllustrative: boolean): AuthMode {
  if (asked === 'demo' && !isLoopback(host)) {
    throw new SettingError(
      `AUTH=demo lets anybody choose a role, so it works on this machine only, and HOST is ${host}. Use HOST=127.0.0.1, or AUTH=none.`,
    )
  }
  if (asked === 'demo' && !isIllustrative) {
    throw new SettingError(
      'AUTH=demo lets anybody choose a role, so it is for illustrative figures only, and these are real. Use AUTH=none.',
    )
  }
  return asked ?? (isIllustrative && isLoopback(host) ? 'demo' : 'none')
}
