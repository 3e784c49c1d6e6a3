import { expect } from 'vitest'
import type { ImportShown } from '#contract/employee-import.ts'
import type { House } from '#test/house.ts'

type Body = string | Uint8Array | ReadableStream<Uint8Array>

/** Sends a file as its own type. */
export async function send(house: House, body: Body, { query = '', type = 'text/csv' } = {}) {
  const key = await house.root.post('keys', { name: 'file', scopes: ['*'] })
  const answer = await house.request(`/api/v1/employee-imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key.json.secret}`, 'content-type': type },
    body: body as BodyInit,
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, any> }
}

/** Sends a file and reads it to its end. */
export async function read(house: House, body: Body, options: { query?: string; type?: string } = {}) {
  const { status, json } = await send(house, body, options)
  expect(json, JSON.stringify(json)).toMatchObject({ id: expect.stringMatching(/^imp_/) })
  expect(status).toBe(202)
  await house.tick()
  return (await house.root.get<ImportShown>(`employee-imports/${json.id}`)).json
}

/** Lines of so many people, the first of whom manages the others. */
export const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `E${from + n},Nom,Famille${from + n},,${from + n ? 'E0' : ''}`)

/** How many rows a table has. */
export async function count(house: House, table: string): Promise<number> {
  return (await house.db.$client.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1
}
