import { expect, it } from 'vitest'
import { House } from '#test/house.ts'

const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '"x"',
  '{',
  '{"__proto__":{"a":1}}',
  `{"a":${'['.repeat(40)}${']'.repeat(40)}}`,
  '{"name":"\\u0000","email":"a@b@c","text":"\\ud800"}',
  '{"name":{"$ne":null},"url":"http://169.254.169.254/","title":{"fr":1},"state":"published"}',
  '{"kind":"video","title":{"fr":"x","en":"x"},"summary":{"fr":"x","en":"x"},"source":"x","url":"https://[::1"}',
  'name=%00&email=%ff%fe&text=%ud800&token=.&about=expert&situation=%00',
  'author=%F0%9F%92%A3&text=x&consent=yes&consent=no&token=zzzzzzzzzzz.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  `text=${'é'.repeat(40_000)}`,
]
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'image/png',
]
const DOORS = [
  'POST contact-messages',
  'PUT contact-messages/%00/answer',
  'POST testimonies',
  'PUT testimonies/%27/decision',
  'POST resources',
  'PUT resources/é',
  'PUT resources/__proto__/publication',
  'PUT organisation',
]
const PLACES = [
  '/api/v1/contact-messages?state=%00',
  '/api/v1/testimonies?state=%27&cursor=bnVsbA',
  '/api/v1/resources?limit=-1',
  '/fr/contact/%00',
  '/en/experts/nothing',
  '/fr/testimonies/%ff',
  '/en/programmes/%00/matching/',
  '/fr/resources/?x=%00',
]

it('whatever visitors send to the doors and pages of the public site, no answer is a fault of ours (D37)', async () => {
  const house = new House()
  const key = await house.root.post('keys', { name: 'all', scopes: ['*'] })
  const faults: string[] = []
  for (const authorization of ['', `Bearer ${key.json.secret}`]) {
    const ask = async (method: string, path: string, type: string, body?: string) => {
      const headers = { ...(authorization ? { authorization } : {}), 'content-type': type }
      const answer = await house.request(path, { method, headers, ...(body === undefined ? {} : { body }) })
      await answer.text()
      if (answer.status >= 500)
        faults.push(`${method} ${path} ${type} ${body?.slice(0, 60)} → ${answer.status}`)
    }
    for (const path of PLACES) await ask('GET', path, 'application/json')
    for (const door of DOORS) {
      const [method = '', path = ''] = door.split(' ')
      for (const type of TYPES) for (const body of BODIES) await ask(method, `/api/v1/${path}`, type, body)
    }
  }
  expect(faults).toEqual([])
})
