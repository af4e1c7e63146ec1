/** What every source has. Paths are absolute, and secrets are read from the environment already. */
interface CommonSettings {
  name: string
  /** as cron has it, five fields, by the clock of the council: '15 6 * * 1-5' */
  schedule: string
  /** how what it brings becomes observations; null where it brings files of the contract */
  mapping: string | null
}

/** A header that says who asks. */
export interface SecretHeader {
  name: string
  value: string
  /** the variable of the environment that it was read from: what is named where it is refused */
  from: string
}

/** What is asked by HTTP, and with which patience. */
export interface AskedByHttp {
  address: string
  header: SecretHeader | null
  /** whether an address of this machine or of an inner network may be meant */
  private: boolean
  mostBytes: number
  seconds: number
}

/** A folder that somebody else fills. */
export interface FolderSource extends CommonSettings {
  kind: 'folder'
  folder: string
  /** names of its files; * stands for any letters */
  files: readonly string[]
  /** of the files of each name the newest alone */
  newest: boolean
  /** between two looks at it: what did not change meanwhile is not being written any more */
  steadySeconds: number
}

/** One file at an address. */
export interface AddressSource extends CommonSettings, AskedByHttp {
  kind: 'address'
  /** what the file is called in its load: its ending says what it is */
  file: string
}

/** The rows of one query of a PostgreSQL server, as a file of CSV. */
export interface QuerySource extends CommonSettings {
  kind: 'query'
  /** address of the server, with user and password */
  database: string
  /** the variable of the environment that it was read from */
  from: string
  /** path of the file that holds the query */
  query: string
  file: string
  mostBytes: number
  seconds: number
}

/** What another council's dashboard tells everybody, as figures of another place. */
export interface DashboardSource extends CommonSettings, AskedByHttp {
  kind: 'dashboard'
  mapping: null
  /** the place, as a member of the dimension `comparator` */
  member: string
  label: string
  level: 'England' | 'Region' | 'Council'
  /** our measures, each with the one of the other dashboard that counts the same */
  measures: readonly { ours: string; theirs: string }[]
}

export type SourceSettings = FolderSource | AddressSource | QuerySource | DashboardSource
