import { beginTurn } from '../turns.ts'
import { NoRoomError } from './no-room.ts'
import { PGlite } from './pglite.ts'

/**
 * The embedded database ended while it wrote, as PostgreSQL does when its journal can no longer be written. What was
 * published is in the journal and comes back at the next start.
 */
export class EngineEndedError extends Error {
  constructor() {
    super(
      'The embedded database has ended: its journal could not be written, most likely because the disk of the data folder (DATA_DIR) is full. Everything published before stands. Make room on that disk, then start the service again.',
    )
    this.name = 'EngineEndedError'
  }
}

/**
 * Kept free for the journal, which grows by 16 MB at a time. A statement that finds no room for its rows is refused
 * and rolled back; one that finds no room for the journal ends the engine.
 */
const keptFree = 48 * 2 ** 20

/** A piece of journal, and as much again for the maps that a vacuum makes. */
const roomToTidy = 32 * 2 ** 20

/**
 * The journal is kept for no other server, so it need not grow to PostgreSQL's usual gigabyte before it begins again.
 */
const smallJournal = ['-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB']

const writes = /^\s*(insert|update|delete|create|alter|truncate|with)\b/i

export interface EngineOptions {
  /** bytes free on the disk of the folder */
  room: () => number
  onEnd: (error: EngineEndedError) => void
  /** the tar of a data directory to begin with */
  copyOf?: Blob | undefined
}

/**
 * PGlite behind a gate through which every statement goes.
 *
 * A PANIC ends a PostgreSQL server, and another is started. PGlite 0.5 carries on in the same memory: sooner or later
 * the next message keeps the thread for ever, at full processor, deaf to signals. So writes are refused before the
 * journal can run out of room, and after a PANIC the engine is never asked again. To be taken out when PGlite ends
 * by itself.
 */
export class EmbeddedEngine extends PGlite {
  readonly #room: () => number
  readonly #onEnd: (error: EngineEndedError) => void
  #ended: EngineEndedError | null = null
  /** the engine works in this thread: between two statements of a long transaction, others are answered */
  readonly #turn = beginTurn()

  constructor(folder: string, { room, onEnd, copyOf }: EngineOptions) {
    const startParams = [...PGlite.defaultStartParams, ...smallJournal]
    super({ dataDir: folder, startParams, ...(copyOf ? { loadDataDir: copyOf } : {}) })
    this.#room = room
    this.#onEnd = onEnd
  }

  /** Whether a write would be taken. */
  hasRoom(): boolean {
    return this.#room() >= keptFree
  }

  /** Every message to the engine, of whatever kind, goes through here. */
  override execProtocolRawSync(message: Uint8Array): Uint8Array {
    if (this.#ended) throw this.#ended
    if (isWrite(message) && !this.hasRoom()) throw new NoRoomError('the data folder (DATA_DIR)')
    return super.execProtocolRawSync(message)
  }

  override async execProtocol(...given: Parameters<PGlite['execProtocol']>) {
    return await this.#noticeEnd(() => super.execProtocol(...given))
  }

  override async execProtocolStream(...given: Parameters<PGlite['execProtocolStream']>) {
    return await this.#noticeEnd(() => super.execProtocolStream(...given))
  }

  /**
   * Gives back the room of rows that nobody sees any more, and of the journal: no other process does it here. It
   * writes to the journal itself, so it waits for better times where the next piece of that might find no room.
   */
  async tidy(): Promise<void> {
    if (this.#ended || this.closed || this.#room() < roomToTidy) return
    // the journal first: where the disk is nearly full, it makes the room that the rest needs
    await this.exec('checkpoint')
    await this.exec('vacuum')
    await this.exec('checkpoint')
  }

  async #noticeEnd<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#turn.isOver()) await this.#turn.giveWay()
    try {
      return await ask()
    } catch (error) {
      if (!isEnd(error)) throw error
      this.#ended = new EngineEndedError()
      this.#onEnd(this.#ended)
      throw this.#ended
    }
  }

  override async close(): Promise<void> {
    // closing writes a last checkpoint, which an engine that has ended cannot
    if (!this.#ended) await super.close()
  }
}

/** A message that names a statement: 'P', a length, the name of the statement, its text; or 'Q', a length, the text. */
function isWrite(message: Uint8Array): boolean {
  const kind = String.fromCharCode(message[0] ?? 0)
  if (kind !== 'P' && kind !== 'Q') return false
  const start = kind === 'Q' ? 5 : message.indexOf(0, 5) + 1
  return writes.test(new TextDecoder().decode(message.subarray(start, start + 120)))
}

/** PANIC and FATAL are the engine's end; so is an error of the WebAssembly machine itself. */
function isEnd(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true
  return error instanceof Error && 'severity' in error && /^(PANIC|FATAL)$/.test(String(error.severity))
}
