/** What is kept of: whatever changes what others read, takes figures out, or decides who may see them. */
export const deeds = [
  'loaded',
  'previewed',
  'published',
  'time-set',
  'called-off',
  'time-passed',
  'mapping-saved',
  'mapping-put-away',
  'withdrawn',
  'exported',
  'exact-seen',
  'action-recorded',
  'action-changed',
  'action-released',
  'comment-written',
  'comment-released',
  'comment-removed',
  'signed-in',
  'signed-out',
  'role-chosen',
  'sessions-ended',
] as const
export type Deed = (typeof deeds)[number]

/** Who does something, as the service knows it. */
export interface Actor {
  /** what the sign-in service calls the person; the role's name where there is none; or `command line` */
  who: string
  /** digest of what the sign-in service knows the person by: tells two of one name apart; null where there is none */
  account: string | null
  role: string
}

/** Whoever works on the machine itself. */
export const commandLine: Actor = { who: 'command line', account: null, role: 'analyst' }

/** What a deed is about, by its ids alone: never a figure, a text or a label. */
export interface AuditSubject {
  edition?: number | undefined
  load?: string | undefined
  kpi?: string | undefined
  period?: string | undefined
  action?: string | undefined
  /** a resource of the API, or what a file was made of */
  page?: string | undefined
  /** of what was exported */
  form?: string | undefined
}

export interface AuditEntry extends Actor {
  /** ISO instant */
  at: string
  deed: Deed
  about: AuditSubject
  /** `rejected`: files that were read and cannot be published */
  outcome: 'done' | 'rejected'
}
