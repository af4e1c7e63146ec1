import type { FastifyServerOptions } from 'fastify'
import { type LoggableError, loggableError } from './loggable-error.ts'

/** Everything that a line of the log may hold beside level, time and process. */
interface LogRecord {
  reqId?: string
  method?: string
  /** the pattern of the route, never the address that was asked for */
  route?: string
  status?: number
  milliseconds?: number
  /** where the audit ended: a number and a hash */
  auditHead?: string
  /** the name of a source in the settings */
  source?: string
  error?: LoggableError
}

/** What happened, in the framework's words and ours; a message that is not on the list may hold anything, and is left out. */
const messages = new Set([
  'incoming request',
  'request completed',
  'request errored',
  'request aborted',
  'request timeout',
  'stream closed prematurely',
  'client error',
  'refused',
  'signed in',
  'signed out',
  'role chosen',
  'sessions ended',
  'published',
  'audit not written',
  'source not read',
])

export interface LogOptions {
  level: string
  /** where lines go; standard output unless told */
  stream?: { write: (line: string) => void } | undefined
}

/**
 * The log of the service. One gate, before anything is written: whatever is given to it, by us, the framework or a
 * plugin, leaves as a LogRecord and a message of the list.
 */
export function logOptions({ level, stream }: LogOptions): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: { pid: process.pid },
    hooks: {
      logMethod(given: readonly unknown[], write) {
        const [record, message] = recordOf(given)
        write.apply(this, [record, message])
      },
    },
    ...(stream ? { stream } : {}),
  }
}

function recordOf(given: readonly unknown[]): [LogRecord, string | undefined] {
  const message = given.find((one) => typeof one === 'string')
  const [first] = given
  return [
    first instanceof Error ? { error: loggableError(first) } : readRecord(first),
    message !== undefined && messages.has(message) ? message : undefined,
  ]
}

function readRecord(given: unknown): LogRecord {
  if (!isObject(given)) return {}
  const reply = isObject(given.res) ? given.res : {}
  const request = isObject(given.req) ? given.req : isObject(reply.request) ? reply.request : {}
  const error = given.err ?? given.error
  return {
    ...textOf('method', request.method, /^[A-Z]{3,10}$/),
    ...textOf('route', isObject(request.routeOptions) ? request.routeOptions.url : undefined, /^[\w/:.*-]*$/),
    ...(typeof reply.statusCode === 'number' ? { status: reply.statusCode } : {}),
    ...(typeof given.responseTime === 'number' ? { milliseconds: Math.round(given.responseTime) } : {}),
    ...textOf('auditHead', given.auditHead, /^\d+:[0-9a-f]{64}$/),
    ...textOf('source', given.source, /^[a-z0-9][a-z0-9-]{0,59}$/),
    ...(error === undefined ? {} : { error: loggableError(error) }),
  }
}

function textOf(name: 'method' | 'route' | 'auditHead' | 'source', value: unknown, form: RegExp): LogRecord {
  return typeof value === 'string' && form.test(value) ? { [name]: value } : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
