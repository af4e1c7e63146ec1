/** Why the code of a page, a dialog or a file did not come. */
export type WhyNotFetched =
  /** nothing answers */
  | 'network'
  /** something answers, and not as it should: it is being started, or is overloaded */
  | 'service'
  /** the service has another build than the one that this page is of */
  | 'new-version'
  /** the service has this very build, so the connection broke off in between */
  | 'broken-off'

const words: Record<WhyNotFetched, string> = {
  network:
    'The network is away: this part could not be fetched. Pages that were open before still are. Try again when the network is back.',
  service: 'The service does not answer as it should just now, so this part could not be fetched.',
  'new-version':
    'A newer version of the dashboard has been put in place, and this page is of the one before. Reload the page to go on with the newer one.',
  'broken-off': 'The connection broke off while this part was fetched. The service answers again.',
}

/** A part of the app that comes when it is needed, and did not. */
export class PartNotFetched extends Error {
  readonly why: WhyNotFetched

  constructor(why: WhyNotFetched, cause?: unknown) {
    super(words[why], { cause })
    this.name = 'PartNotFetched'
    this.why = why
  }
}

/**
 * Fetches a part of the app. Every `import()` stands inside one of these (tests/guards/parts.test.ts): what a browser
 * says of its own of a part that did not come is an address, and no reader's words.
 *
 * @throws PartNotFetched
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    throw new PartNotFetched(await whyNotFetched(), cause)
  }
}

/**
 * Asks for the page's own first script, past everything that is kept: its name holds a hash of the build, so a service
 * that has another build does not know it. A host that sends its page for whatever it does not know sends no script.
 */
export async function whyNotFetched(): Promise<WhyNotFetched> {
  try {
    const signal = AbortSignal.timeout(10_000)
    const reply = await fetch(firstScript(), { method: 'HEAD', cache: 'no-store', signal })
    if (reply.status >= 500 || reply.status === 429) return 'service'
    const isScript = reply.headers.get('content-type')?.includes('javascript') ?? false
    return reply.ok && isScript ? 'broken-off' : 'new-version'
  } catch {
    return 'network'
  }
}

const reloadedFrom = 'reloaded-from'

/**
 * Reloads the page, once for each build that it is of: a host that goes on sending the old page must not make it go
 * round. What is being written is kept on the device; where nothing can be kept, nothing is reloaded unasked.
 */
export function reloadOnce(): boolean {
  try {
    if (sessionStorage.getItem(reloadedFrom) === firstScript()) return false
    sessionStorage.setItem(reloadedFrom, firstScript())
  } catch {
    return false
  }
  location.reload()
  return true
}

function firstScript(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? location.href
}
