import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { fetchPart, PartNotFetched, reloadOnce } from './fetch-part.ts'

/**
 * A component whose code comes when it is first drawn. After a new deployment its file is gone: the page then reloads
 * itself, once, and stays as it is, waiting, until it does.
 */
export function lazyPart<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await fetchPart(load) }
    } catch (error) {
      if (error instanceof PartNotFetched && error.why === 'new-version' && reloadOnce()) await forever
      throw error
    }
  })
}

const forever = new Promise<never>(() => {})
