/** What is held is a few megabytes at most. */
const mostHeld = 600

/** Keeps what is made under a key, so that series that share their months share it; all is let go when it is much. */
export function remembering<Made>(most = mostHeld): (key: string, make: () => Made) => Made {
  const held = new Map<string, Made>()
  return (key, make) => {
    const known = held.get(key)
    if (known !== undefined) return known
    const made = make()
    if (held.size >= most) held.clear()
    held.set(key, made)
    return made
  }
}
