import { describe, expect, it } from 'vitest'
import { House } from '#test/house.ts'

describe('the API describes itself', () => {
  it('to machines: one OpenAPI document, in English unless told, that is not sent twice', async () => {
    const house = new House()
    const english = await house.request('/api/v1/openapi.json')
    expect(english.status).toBe(200)
    expect(english.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(english.headers.get('cache-control')).toContain('public')
    const document = (await english.json()) as Record<string, any>
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://localhost:8787/api/v1' }] })
    expect(document.paths['/employees'].get.summary).toBe('List employees')
    const french = await house.request('/api/v1/openapi.json?language=fr')
    expect(await french.text()).toContain('Lire la liste du personnel')
    const etag = english.headers.get('etag') as string
    const again = await house.request('/api/v1/openapi.json', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await house.request('/api/v1/openapi.json?language=fr', {
      headers: { 'if-none-match': etag },
    })
    expect(other.status).toBe(200)
    await other.body?.cancel()
  })

  it('to people: a page in the language they read, which asks nothing of anybody else', async () => {
    const house = new House()
    for (const [path, accepted, title] of [
      ['/api/reference', 'fr-FR,en;q=0.5', 'Référence de l’API'],
      ['/api/reference', 'en-GB', 'API reference'],
      ['/api/reference?language=fr', 'en-GB', 'Référence de l’API'],
      ['/api/reference/', 'en', 'API reference'],
    ] as const) {
      const response = await house.request(path, { headers: { 'accept-language': accepted } })
      const text = await response.text()
      expect([path, response.status, response.headers.get('content-language')]).toEqual([
        path,
        200,
        title === 'API reference' ? 'en' : 'fr',
      ])
      expect(text).toContain(title)
      expect(text).toContain('/employees/{external_id}')
      const asked = [...text.matchAll(/<(?:script|link|img|iframe)[^>]*(?:src|href)="(https?:[^"]*)"/g)]
      expect(asked.map(([, address]) => address)).toEqual([])
    }
  })
})
