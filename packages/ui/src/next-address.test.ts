import { expect, test } from '@jest/globals'
import { nextAddress, signInAddress } from './next-address.ts'

test('signing in leads back to the page one came from', () => {
  const address = signInAddress({ pathname: '/builder/waves', search: '?region=north', hash: '#n' })
  expect(address).toBe('/?next=%2Fbuilder%2Fwaves%3Fregion%3Dnorth%23n')
  expect(nextAddress(new URLSearchParams(address.slice(2)).get('next'))).toBe('/builder/waves?region=north#n')
})

test('the start page leads nowhere else', () => {
  expect(signInAddress({ pathname: '/', search: '', hash: '' })).toBe('/')
  expect(nextAddress('/')).toBeUndefined()
})

test.each([
  'https://evil.example/x',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
  undefined,
  42,
])('R13: %j is no address of this site', next => {
  expect(nextAddress(next)).toBeUndefined()
})
