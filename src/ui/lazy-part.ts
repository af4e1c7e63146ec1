import { type LazyExoticComponent, lazy } from 'react'
import { fetchPart, PartNotFetched, reloadOnce } from './fetch-part.ts'

/** Whatever can be drawn. */
type Drawable = Awaited<ReturnType<Parameters<typeof lazy>[0]>>['default']

/** A component whose code comes later. */
export type LazyPart<Part extends Drawable> = LazyExoticComponent<Part> & {
  /** has its code fetched now, before it is drawn */
  fetchAhead: () => void
}

/**
 * A component whose code comes when it is first drawn, or a little ahead of that. After a new deployment its file is
 * gone: the page then reloads itself, once, and stays as it is, waiting, until it does. What it is, its code alone says.
 */
export function lazyPart<Part extends Drawable>(load: () => Promise<Part>): LazyPart<NoInfer<Part>> {
  let coming: Promise<Part> | undefined
  const fetched = () => {
    coming ??= fetchPart(load)
    return coming
  }
  const part = lazy(async () => {
    try {
      return { default: await fetched() }
    } catch (error) {
      if (error instanceof PartNotFetched && error.why === 'new-version' && reloadOnce()) await forever
      throw error
    }
  })
  return Object.assign(part, {
    // a failure is told where the part is drawn
    fetchAhead: () => void fetched().catch(() => {}),
  })
}

const forever = new Promise<never>(() => {})
