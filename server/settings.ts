import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { isLoopback } from './door/allowed-hosts.ts'
import type { AuthMode } from './session/sessions.ts'
import { SettingError } from './setting-error.ts'
import type { OidcSettings } from './sign-in/provider.ts'
import { readRolesFile } from './sign-in/roles-file.ts'
import { readSourcesFile } from './sources/read-sources-file.ts'
import type { SourceSettings } from './sources/source-settings.ts'

export interface Settings {
  host: string
  port: number
  /** where metrics are read, apart from what readers use; null where nobody does */
  metrics: { host: string; port: number } | null
  dataDirectory: string
  seed: 'demonstration' | 'none'
  /** where files come from by themselves */
  sources: readonly SourceSettings[]
  /** a PostgreSQL server, which several instances may share; null for the embedded database */
  databaseUrl: string | null
  /** a copy of it that follows behind, for reading editions */
  databaseReadUrl: string | null
  /** null where it follows from whose figures these are */
  auth: AuthMode | null
  /** the sign-in service; null where nobody signs in by one */
  oidc: OidcSettings | null
  /** without a request for so long, a session ends */
  idleMinutes: number
  /** a session ends after so long, whatever is asked */
  sessionHours: number
  allowedOrigins: string[]
  /** names that the service is asked by, beside those of this machine */
  allowedHosts: string[]
  /** proxies that are believed about who asks, by which name and whether by TLS */
  trustedProxies: string[]
  /** of one reader, before the next ones are refused; null takes the usual number */
  requestsAMinute: number | null
  logLevel: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the settings of the service once. Names and defaults: README. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined
  const host = given('HOST') ?? '127.0.0.1'
  const auth = readAuth(given('AUTH'), host)
  const sources = given('SOURCES')
  const databaseUrl = readDatabaseUrl('DATABASE_URL', given('DATABASE_URL'))
  const databaseReadUrl = readDatabaseUrl('DATABASE_READ_URL', given('DATABASE_READ_URL'))
  if (databaseReadUrl !== null && databaseUrl === null) {
    throw new SettingError(
      'DATABASE_READ_URL names a copy of a database: give DATABASE_URL too, or leave it out.',
    )
  }
  return {
    host,
    port: readPort('PORT', given('PORT') ?? '8080'),
    metrics: readMetrics(given),
    dataDirectory: resolve(given('DATA_DIR') ?? './var'),
    sources: sources === undefined ? [] : readSourcesFile(resolve(sources), environment),
    seed: oneOf('SEED', given('SEED') ?? 'demonstration', ['demonstration', 'none']),
    databaseUrl,
    databaseReadUrl,
    auth,
    oidc: auth === 'oidc' ? readOidc(given) : null,
    idleMinutes: readNumber('SESSION_IDLE_MINUTES', given('SESSION_IDLE_MINUTES')) ?? 60,
    sessionHours: readNumber('SESSION_HOURS', given('SESSION_HOURS')) ?? 10,
    allowedOrigins: listOf('ALLOWED_ORIGINS', given('ALLOWED_ORIGINS'), isOrigin, 'https://app.example'),
    allowedHosts: listOf('ALLOWED_HOSTS', given('ALLOWED_HOSTS'), isHost, 'figures.example'),
    trustedProxies: listOf('TRUSTED_PROXIES', given('TRUSTED_PROXIES'), isAddresses, '127.0.0.1, 10.0.0.0/8'),
    requestsAMinute: readNumber('REQUESTS_PER_MINUTE', given('REQUESTS_PER_MINUTE')),
    logLevel: oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'warn', logLevels),
  }
}

/** The address itself is never repeated: there may be a password in it. */
function readDatabaseUrl(name: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
  throw new SettingError(
    `${name} cannot be used. Give the address of a PostgreSQL server, such as postgres://dashboard:password@database.example/dashboard; signs such as @, / and # in a password are written as %40, %2F and %23.`,
  )
}

function readPort(name: string, text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new SettingError(
    `${name} cannot be "${text}". Give a number from 1 to 65535, or 0 for any free port.`,
  )
}

function readMetrics(given: (name: string) => string | undefined): Settings['metrics'] {
  const port = given('METRICS_PORT')
  return port === undefined
    ? null
    : { host: given('METRICS_HOST') ?? '127.0.0.1', port: readPort('METRICS_PORT', port) }
}

function readNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new SettingError(`${name} cannot be "${text}". Give a whole number from 1.`)
}

function listOf(
  name: string,
  text: string | undefined,
  isOne: (text: string) => boolean,
  example: string,
): string[] {
  const items = (text ?? '').split(/[\s,]+/).filter(Boolean)
  const wrong = items.find((item) => !isOne(item))
  if (wrong === undefined) return items
  throw new SettingError(
    `${name} cannot hold "${wrong}". Give a list, with commas between, such as ${example}.`,
  )
}

/** As a browser writes it: without a path, without a slash at its end, never a star. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function isHost(text: string): boolean {
  return /^[\w.-]+(:\d{1,5})?$/.test(text) || /^\[[\da-f:.]+\](:\d{1,5})?$/i.test(text)
}

/** An address or a range of them; a number of hops, or everybody, could be said by anybody. */
function isAddresses(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more !== undefined) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/** Anybody who can reach the service may choose a role under `demo`, so nobody else may reach it. */
function readAuth(text: string | undefined, host: string): AuthMode | null {
  if (text === undefined) return null
  const auth = oneOf<AuthMode>('AUTH', text, ['demo', 'none', 'oidc'])
  if (auth !== 'demo' || isLoopback(host)) return auth
  throw new SettingError(
    `AUTH=demo lets anybody choose a role, so it works on this machine only, and HOST is ${host}. Use HOST=127.0.0.1, or AUTH=oidc or AUTH=none.`,
  )
}

/** Everything that signing in needs, asked for at the start and not at the first sign-in. */
function readOidc(given: (name: string) => string | undefined): OidcSettings {
  const required = (name: string, words: string) => {
    const text = given(name)
    if (text !== undefined) return text
    throw new SettingError(`AUTH=oidc needs ${name}: ${words}. docs/operations.md shows all of them.`)
  }
  const issuer = required('OIDC_ISSUER', 'the address of the sign-in service')
  if (!isIssuer(issuer)) {
    throw new SettingError(
      `OIDC_ISSUER cannot be "${issuer}". Give the address as the sign-in service itself names it, by https, such as https://login.example/tenant/v2.0.`,
    )
  }
  return {
    issuer,
    clientId: required('OIDC_CLIENT_ID', 'the id under which the sign-in service knows this one'),
    clientSecret: required('OIDC_CLIENT_SECRET', 'the secret that belongs to that id'),
    roles: readRolesFile(
      resolve(required('ROLES_FILE', 'a JSON file that says which groups have which role')),
    ),
  }
}

/** By TLS, so that nobody on the way can say who somebody is; on this very machine there is no way. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  return isSafe && search === '' && hash === ''
}

function oneOf<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === text)
  if (choice !== undefined) return choice
  throw new SettingError(`${name} cannot be "${text}". Give one of: ${choices.join(', ')}.`)
}

/** What the database holds when the service starts; `nothing` where this service alone can put something into it. */
export type Holding = 'illustrative figures' | 'real figures' | 'nothing'

/**
 * Who may see what, once it is known whose figures these are: choosing a role is for invented ones alone. Into an empty
 * database it may be asked for; real figures are then not loaded into it.
 */
export function decideAuth(asked: AuthMode | null, host: string, holding: Holding): AuthMode {
  const isIllustrative = holding === 'illustrative figures'
  if (asked === 'demo' && holding === 'real figures') {
    throw new SettingError(
      'AUTH=demo lets anybody choose a role, so it is for illustrative figures only, and this database is not known to hold them. Use AUTH=oidc, or AUTH=none.',
    )
  }
  return asked ?? (isIllustrative && isLoopback(host) ? 'demo' : 'none')
}
