import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { SettingError } from './setting-error.ts'

/** Where to listen, and the setting that says so. */
export interface Place {
  host: string
  port: number
  setting: 'PORT' | 'METRICS_PORT'
}

/** Another program listens there already. */
export class PortInUseError extends Error {
  constructor({ host, port, setting }: Place) {
    super(
      `Port ${port} of ${host} is in use by another program. Stop that one, or choose another port: ${setting}=${port + 1} npm start`,
    )
    this.name = 'PortInUseError'
  }
}

/** Asked before anything is opened, so that a start that must fail leaves no trace. */
export async function refusePortInUse(place: Place): Promise<void> {
  if (place.port === 0) return
  const probe = createServer()
  try {
    await listenAt(place, plainListener(probe))
  } finally {
    await new Promise<void>((resolve) => probe.close(() => resolve()))
  }
}

/** Resolves once it listens; refuses in words where it cannot. */
export async function listenAt(
  place: Place,
  listen: (to: { host: string; port: number }) => Promise<unknown>,
): Promise<void> {
  const { host, port } = place
  try {
    await listen({ host, port })
  } catch (error) {
    throw isInUse(error) ? new PortInUseError(place) : cannotListen(place, error)
  }
}

/** How a server that no framework starts is told to listen. */
export function plainListener(server: Server): (to: { host: string; port: number }) => Promise<unknown> {
  return async (to) => {
    server.listen({ ...to, exclusive: true })
    await once(server, 'listening')
  }
}

export function addressOf(host: string, bound: AddressInfo | string | null): string {
  const port = typeof bound === 'object' && bound ? bound.port : 80
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function cannotListen({ host, port, setting }: Place, error: unknown): SettingError {
  const reason = error instanceof Error ? error.message : String(error)
  return new SettingError(
    `The service cannot listen at ${setting.replace('PORT', 'HOST')}=${host} ${setting}=${port} (${reason}). Give an address of this machine, such as 127.0.0.1, and a port from 1024.`,
  )
}
