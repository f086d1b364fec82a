import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ConfigError, readConfig } from './config.ts'

test('defaults serve everything from the embedded database on port 3000', () => {
  const config = readConfig({}, [])
  expect(config).toMatchObject({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    mongodbUri: null,
    smtpUrl: null,
    empty: false,
  })
  expect([...config.serve].sort()).toEqual(['jobs', 'portal', 'staff'])
})

test('an empty variable counts as unset', () => {
  expect(readConfig({ SMTP_URL: '', PORT: '' }, []).smtpUrl).toBeNull()
})

test('every wrong setting is named at once', () => {
  const wrong = {
    PORT: 'eighty',
    PUBLIC_URL: 'sixfold',
    SMTP_URL: 'http://mail',
    SERVE: 'staff,kitchen',
    SECRET_KEY: 'short',
  }
  const start = () => readConfig(wrong, ['--emtpy'])
  expect(start).toThrow(ConfigError)
  for (const name of [...Object.keys(wrong), '--emtpy']) expect(start).toThrow(name)
})

test('production on MongoDB needs a secret key of its own', () => {
  const env = { NODE_ENV: 'production', MONGODB_URI: 'mongodb://db/sixfold' }
  expect(() => readConfig(env, [])).toThrow(/SECRET_KEY/)
  expect(readConfig({ ...env, SECRET_KEY: 'k'.repeat(32) }, []).secretKey).toHaveLength(32)
})

test('the data directory is absolute, whatever the working directory', () => {
  expect(readConfig({ DATA_DIR: join(tmpdir(), 'x') }, []).dataDir).toBe(join(tmpdir(), 'x'))
})
