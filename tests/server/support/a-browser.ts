/** What a browser does of its own: keeps cookies for each host, and goes where it is sent. */
export interface TestBrowser {
  /** of one origin, as it would send them */
  cookies: Map<string, Map<string, string>>
  ask: (url: string, init?: RequestInit) => Promise<Response>
  /** follows every redirect; stops before an address that `until` knows */
  visit: (url: string, until?: (url: string) => boolean) => Promise<{ url: string; response: Response }>
}

const mostRedirects = 12

export function aBrowser(): TestBrowser {
  const cookies = new Map<string, Map<string, string>>()

  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url)
    const own = cookies.get(origin) ?? new Map<string, string>()
    cookies.set(origin, own)
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...(cookie ? { cookie } : {}) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const isOver =
        value === '' || attributes.some((one) => /^max-age=0$|^expires=thu, 01 jan 1970/i.test(one))
      if (isOver) own.delete(name)
      else own.set(name, value)
    }
    return response
  }

  return {
    cookies,
    ask,
    async visit(url, until = () => false) {
      let at = url
      for (let step = 0; step < mostRedirects; step++) {
        const response = await ask(at)
        const location = response.headers.get('location')
        if (location === null) return { url: at, response }
        at = new URL(location, at).href
        if (until(at)) return { url: at, response }
      }
      throw new Error(`sent from one address to the next: ${at}`)
    },
  }
}
