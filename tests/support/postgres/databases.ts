import pg from 'pg'
import { clusterOfRun } from './set-up.ts'

/** Where a database of the run's own PostgreSQL is, as DATABASE_URL names it. */
export function addressOf(name: string): string {
  const { socket } = clusterOfRun()
  return `postgres://tests@localhost/${name}?host=${encodeURIComponent(socket)}`
}

/** As the one who may make and remove databases. */
export async function askServer(statement: string): Promise<void> {
  const client = new pg.Client(addressOf('postgres'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

let made = 0

export interface OwnDatabase {
  name: string
  url: string
  remove: () => Promise<void>
}

/** A database for whoever asks alone: with nothing in it, at the newest migration, or with the demonstration. */
export async function cloneDatabase(
  template: 'template0' | 'migrated' | 'demonstration',
): Promise<OwnDatabase> {
  made += 1
  const name = `of_${process.pid}_${made}`
  await askServer(`create database ${name} template ${template}`)
  return {
    name,
    url: addressOf(name),
    remove: () => askServer(`drop database if exists ${name} with (force)`),
  }
}
