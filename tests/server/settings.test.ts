import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decideAuth, readSettings } from '../../server/settings.ts'

describe('settings', () => {
  it('have defaults for a first start on this machine', () => {
    expect(readSettings({ DATA_DIR: '/data' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      metrics: null,
      dataDirectory: '/data',
      sources: [],
      seed: 'demonstration',
      databaseUrl: null,
      databaseReadUrl: null,
      auth: null,
      oidc: null,
      idleMinutes: 60,
      sessionHours: 10,
      allowedOrigins: [],
      allowedHosts: [],
      trustedProxies: [],
      requestsAMinute: null,
      logLevel: 'warn',
    })
  })

  it('take an empty value for none', () => {
    expect(readSettings({ PORT: '', SEED: ' ' })).toMatchObject({ port: 8080, seed: 'demonstration' })
  })

  it('read origins as a list', () => {
    const { allowedOrigins } = readSettings({ ALLOWED_ORIGINS: 'https://a.example, https://b.example' })
    expect(allowedOrigins).toEqual(['https://a.example', 'https://b.example'])
  })

  it('read names, proxies and a limit, and say what cannot be one', () => {
    expect(
      readSettings({
        ALLOWED_HOSTS: 'figures.example, figures.example:8443 [::1]:80',
        TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8',
        REQUESTS_PER_MINUTE: '60',
      }),
    ).toMatchObject({
      allowedHosts: ['figures.example', 'figures.example:8443', '[::1]:80'],
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
      requestsAMinute: 60,
    })
    for (const [name, values] of Object.entries({
      ALLOWED_HOSTS: ['*', 'https://figures.example', 'a/b'],
      ALLOWED_ORIGINS: ['*', 'figures.example', 'https://figures.example/', 'null'],
      TRUSTED_PROXIES: ['true', '1', '*', '10.0.0.0/33', '10.0.0.0/0', 'proxy.example'],
      REQUESTS_PER_MINUTE: ['0', '-1', 'many', '1e3'],
    })) {
      for (const value of values) expect(() => readSettings({ [name]: value })).toThrow(`${name} cannot`)
    }
  })

  it('name a value that cannot be used, and those that can', () => {
    expect(() => readSettings({ PORT: 'eighty' })).toThrow('PORT cannot be "eighty"')
    expect(() => readSettings({ PORT: '70000' })).toThrow('1 to 65535')
    expect(() => readSettings({ SEED: 'some' })).toThrow('demonstration, none')
    expect(() => readSettings({ AUTH: 'saml' })).toThrow('demo, none, oidc')
  })
})

describe('signing in by the sign-in service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-settings-'))
  const file = join(folder, 'roles.json')
  afterAll(() => rmSync(folder, { recursive: true }))
  const settings = {
    AUTH: 'oidc',
    OIDC_ISSUER: 'https://login.example/v2.0',
    OIDC_CLIENT_ID: 'dashboard',
    OIDC_CLIENT_SECRET: 'secret',
    ROLES_FILE: file,
  }
  const director = { group: 'directors', role: 'director' }
  const lead = { group: 'ot', role: 'service-lead', services: ['Occupational therapy'] }
  const readWith = (content: unknown) => {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return readSettings(settings)
  }

  it('takes an issuer, an id, a secret and a file of roles', () => {
    expect(readWith({ roles: [director, lead] }).oidc).toEqual({
      issuer: 'https://login.example/v2.0',
      clientId: 'dashboard',
      clientSecret: 'secret',
      roles: {
        claim: 'groups',
        scope: 'openid profile',
        roles: [
          { group: 'directors', access: { role: 'director', services: null } },
          { group: 'ot', access: { role: 'service-lead', services: ['Occupational therapy'] } },
        ],
      },
    })
  })

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'ROLES_FILE'])(
    'ends the start without %s, and says so',
    (name) => {
      expect(() => readSettings({ ...settings, [name]: '' })).toThrow(`AUTH=oidc needs ${name}`)
    },
  )

  it.each(['http://login.example', 'login.example', 'https://login.example?tenant=1'])(
    'takes no issuer that is not one, or that anybody on the way could be: %s',
    (issuer) => {
      expect(() => readSettings({ ...settings, OIDC_ISSUER: issuer })).toThrow('OIDC_ISSUER cannot be')
    },
  )

  it.each<[string, unknown, string]>([
    ['is not JSON', '{ "roles": [', 'is not JSON'],
    ['has no roles', {}, 'roles is not as it must be'],
    ['gives nothing', { roles: [] }, 'roles is not as it must be'],
    ['has a key that is not known', { role: [], roles: [director] }, ': role is not known'],
    ['has such a key in a role', { roles: [{ ...director, scope: 'x' }] }, 'roles[0].scope is not known'],
    ['names no role', { roles: [director, { ...lead, role: 'owner' }] }, 'roles[1].role is no role'],
    [
      'gives everybody the role of nobody',
      { roles: [{ group: 'x', role: 'public' }] },
      'roles[0].role is no role',
    ],
    ['names no group', { roles: [{ ...director, group: '' }] }, 'roles[0].group names no group'],
    [
      'gives a lead no service',
      { roles: [{ group: 'x', role: 'service-lead' }] },
      'roles[0].services is missing',
    ],
    ['gives a lead an empty list', { roles: [{ ...lead, services: [] }] }, 'roles[0].services is no list'],
    ['gives a director a service', { roles: [{ ...director, services: ['x'] }] }, 'roles[0].services is for'],
    ['says one thing twice', { roles: [director, lead, director] }, 'roles[2] gives a group'],
    ['asks for no identity', { scope: 'profile', roles: [director] }, 'scope cannot be used'],
  ])('ends the start where the file %s, naming file, key and remedy', (_, content, words) => {
    expect(() => readWith(content)).toThrow(words)
    expect(() => readWith(content)).toThrow(file)
  })

  it('ends the start where there is no such file', () => {
    expect(() => readSettings({ ...settings, ROLES_FILE: join(folder, 'none.json') })).toThrow(
      'cannot be read',
    )
  })
})

describe('who may choose a role', () => {
  it('is everybody on this machine, of illustrative figures', () => {
    expect(decideAuth(null, '127.0.0.1', 'illustrative figures')).toBe('demo')
    expect(decideAuth(null, '::1', 'illustrative figures')).toBe('demo')
    expect(decideAuth(null, 'localhost', 'illustrative figures')).toBe('demo')
  })

  it('is nobody where others can reach the service, or where figures are real', () => {
    expect(decideAuth(null, '0.0.0.0', 'illustrative figures')).toBe('none')
    expect(decideAuth(null, '127.0.0.1', 'real figures')).toBe('none')
    expect(decideAuth('none', '127.0.0.1', 'illustrative figures')).toBe('none')
  })

  it('is nobody over an empty database unless it is asked for, and then everybody', () => {
    expect(decideAuth(null, '127.0.0.1', 'nothing')).toBe('none')
    expect(decideAuth('demo', '127.0.0.1', 'nothing')).toBe('demo')
  })

  it('cannot be forced', () => {
    expect(() => readSettings({ AUTH: 'demo', HOST: '0.0.0.0' })).toThrow('HOST is 0.0.0.0')
    expect(() => decideAuth('demo', '127.0.0.1', 'real figures')).toThrow('illustrative figures only')
  })
})
