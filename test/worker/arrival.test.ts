import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'

describe('whoever comes without a language', () => {
  it.each([
    ['en-GB,en;q=0.9', '/en/'],
    ['fr-CA,en;q=0.5', '/fr/'],
    ['de-DE,en;q=0.8,fr;q=0.5', '/en/'],
    ['de-DE,it', '/fr/'],
    ['', '/fr/'],
    [';;;,q=', '/fr/'],
  ])('is led by “%s” to %s', async (accepted, where) => {
    const answer = await new House().as({ 'accept-language': accepted }).get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, where])
    expect(answer.headers.get('vary')).toContain('Accept-Language')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
