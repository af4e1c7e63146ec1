export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'bad-request'
  | 'not-found'
  | 'forbidden'
  /** what was to be changed is not what it was when it was read */
  | 'conflict'
  | 'server'
  | 'invalid-response'

/** What a refusal names: the field that is wrong, or what stands now where somebody else was first. */
export interface Refusal {
  parameter: string | null
  current: unknown
}

/** Every failure of a reading or a writing, whatever went wrong. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  readonly status: number | null
  readonly refusal: Refusal

  constructor(
    kind: ApiErrorKind,
    message: string,
    status: number | null = null,
    refusal: Partial<Refusal> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.kind = kind
    this.status = status
    this.refusal = { parameter: null, current: null, ...refusal }
  }

  /** Whether asking again may help: not for what is forbidden, unknown or badly asked. */
  get mayRecover(): boolean {
    return this.kind === 'network' || this.kind === 'timeout' || this.kind === 'server'
  }
}

/** Whether words were refused until whoever releases them has looked at the small numbers and names in them. */
export function asksToConfirm(error: Error | null): boolean {
  return error instanceof ApiError && error.refusal.parameter === 'confirmed'
}

export function kindOfStatus(status: number): ApiErrorKind {
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 409 || status === 412 || status === 428) return 'conflict'
  return status < 500 ? 'bad-request' : 'server'
}
