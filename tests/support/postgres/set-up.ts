import pg from 'pg'
import { openPostgres } from '../../../server/db/database.ts'
import { PGlite } from '../../../server/db/pglite.ts'
import makeDemonstrationImage, { openImage } from '../demonstration-image.ts'
import { startCluster } from './cluster.ts'

/**
 * One PostgreSQL for all tests that need one, with two templates: every test file gets a copy of one of them. Where
 * there is none, each of these tests fails with the words for it, and no other does.
 */
export default async function setUpPostgres(): Promise<() => Promise<void>> {
  await makeDemonstrationImage()
  const cluster = await startCluster().catch((error: unknown) => {
    tell({ absent: error instanceof Error ? error.message : String(error) })
    return null
  })
  if (!cluster) return async () => undefined
  try {
    await makeTemplates(cluster.socket)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  tell({ socket: cluster.socket, bin: cluster.bin })
  return cluster.stop
}

interface ClusterOfRun {
  socket: string
  bin: string
}

/** Workers are other processes, and inherit the environment. */
function tell(found: ClusterOfRun | { absent: string }) {
  process.env.TEST_CLUSTER = JSON.stringify(found)
}

export function clusterOfRun(): ClusterOfRun {
  const told: unknown = JSON.parse(process.env.TEST_CLUSTER ?? '{}')
  if (typeof told !== 'object' || told === null) throw new Error('no PostgreSQL was set up for this run')
  if ('absent' in told) throw new Error(String(told.absent))
  if ('socket' in told && 'bin' in told) return { socket: String(told.socket), bin: String(told.bin) }
  throw new Error('no PostgreSQL was set up for this run: it belongs to the project "postgres"')
}

async function makeTemplates(socket: string) {
  const connect = async (database: string) => {
    const client = new pg.Client({ host: socket, user: 'tests', database })
    await client.connect()
    return client
  }
  const admin = await connect('postgres')
  await admin.query('create database migrated template template0')
  const migrated = await openPostgres(
    `postgres://tests@localhost/migrated?host=${encodeURIComponent(socket)}`,
  )
  await migrated.close()
  await admin.query('create database demonstration template migrated')
  await admin.end()
  const target = await connect('demonstration')
  await copyDemonstration(target)
  await target.end()
}

/** Row by row out of the image: computing it anew would take as long as all that is then asked of it. */
async function copyDemonstration(target: pg.Client) {
  const image = await PGlite.create({ loadDataDir: await openImage() })
  const { rows } = await image.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public' order by table_name`,
  )
  await target.query(`begin; set session_replication_role = 'replica'`)
  for (const { table_name: table } of rows) {
    const copied = await image.query<{ rows: string | null }>(
      `select json_agg(row_to_json(row))::text as rows from "${table}" as row`,
    )
    await target.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [
      copied.rows[0]?.rows ?? '[]',
    ])
  }
  await target.query('commit')
  await target.query('analyze')
  await image.close()
}
