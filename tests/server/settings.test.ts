import { describe, expect, it } from 'vitest'
import { decideAuth, readSettings } from '../../server/settings.ts'

describe('settings', () => {
  it('have defaults for a first start on this machine', () => {
    expect(readSettings({ DATA_DIR: '/data' })).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDirectory: '/data',
      seed: 'demonstration',
      databaseUrl: null,
      auth: null,
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
    expect(() => readSettings({ AUTH: 'oidc' })).toThrow('demo, none')
  })
})

describe('who may choose a role', () => {
  it('is everybody on this machine, of illustrative figures', () => {
    expect(decideAuth(null, '127.0.0.1', true)).toBe('demo')
    expect(decideAuth(null, '::1', true)).toBe('demo')
    expect(decideAuth(null, 'localhost', true)).toBe('demo')
  })

  it('is nobody where others can reach the service, or where figures are real', () => {
    expect(decideAuth(null, '0.0.0.0', true)).toBe('none')
    expect(decideAuth(null, '127.0.0.1', false)).toBe('none')
    expect(decideAuth('none', '127.0.0.1', true)).toBe('none')
  })

  it('cannot be forced', () => {
    expect(() => readSettings({ AUTH: 'demo', HOST: '0.0.0.0' })).toThrow('HOST is 0.0.0.0')
    expect(() => decideAuth('demo', '127.0.0.1', false)).toThrow('illustrative figures only')
  })
})
