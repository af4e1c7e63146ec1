const bare = /^\/briefing\//

/** Pages that stand alone in the window: what they show is projected or photographed. */
export function isBarePage(pathname: string): boolean {
  return bare.test(pathname)
}
