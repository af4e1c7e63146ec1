export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'bad-request'
  | 'not-found'
  | 'forbidden'
  | 'server'
  | 'invalid-response'

/** Every failure of a reading, whatever went wrong. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  readonly status: number | null

  constructor(kind: ApiErrorKind, message: string, status: number | null = null) {
    super(message)
    this.name = 'ApiError'
    this.kind = kind
    this.status = status
  }

  /** Whether asking again may help: not for what is forbidden, unknown or badly asked. */
  get mayRecover(): boolean {
    return this.kind === 'network' || this.kind === 'timeout' || this.kind === 'server'
  }
}

export function kindOfStatus(status: number): ApiErrorKind {
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  return status < 500 ? 'bad-request' : 'server'
}
