import { Hono } from 'hono'
import { html } from 'hono/html'
import * as v from 'valibot'
import { instant } from '#contract/shape.ts'
import { readJson } from '#http/body.ts'
import type { App } from '#http/service-context.ts'
import { localNow, moveClock } from './clock.ts'
import { type LocalMail, listMails, writeState } from './store.ts'

const clockInput = v.union([
  v.strictObject({ at: instant }),
  v.strictObject({ advance_ms: v.pipe(v.number(), v.integer()) }),
])

/** Doors of one machine only: the clock, the mails, and whether the starting world is in. */
export const devRoutes = new Hono<App>()
  .get('/dev/clock', async (c) => c.json({ now: new Date(await localNow(c.env.DB)).toISOString() }))
  .post('/dev/clock', async (c) => {
    const input = await readJson(c, clockInput)
    const now = await localNow(c.env.DB)
    const wished = 'at' in input ? input.at : now + input.advance_ms
    await moveClock(c.env.DB, wished - Date.now())
    return c.json({ now: new Date(await localNow(c.env.DB)).toISOString() })
  })
  .put('/dev/world', async (c) => {
    await writeState(c.env.DB, 'world', 'ready')
    return c.body(null, 204)
  })
  .get('/dev/mail.json', async (c) => {
    const mails = await listMails(c.env.DB, c.req.query('to') ?? null)
    return c.json({ items: mails.map(show) })
  })
  .get('/dev/mail', async (c) => {
    const mails = await listMails(c.env.DB, c.req.query('to') ?? null)
    return c.html(page(mails))
  })

function show(mail: LocalMail) {
  return {
    id: mail.id,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    sent_at: new Date(mail.sent_at).toISOString(),
    code: /\b\d{6}\b/.exec(mail.subject)?.[0] ?? null,
    link: linkOf(mail),
  }
}

function linkOf(mail: LocalMail): string | null {
  return /https?:\/\/\S+/.exec(mail.text)?.[0] ?? null
}

function page(mails: LocalMail[]) {
  return html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>E-mails de cette machine · Mails of this machine</title>
<style>
:root{color-scheme:light dark;--ink:light-dark(#1c1b22,#f2f0ea);--paper:light-dark(#fbfaf7,#17161b);--muted:light-dark(#5d5a66,#b4b0bd);--line:light-dark(#d9d5cc,#3a3742);--shared:light-dark(#5b4b8a,#b9a8ea)}
body{margin:0 auto;max-width:52rem;padding:1.5rem;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font:600 1.6rem/1.2 ui-serif,Georgia,serif;margin:0 0 .25rem}p.lead{color:var(--muted);margin:0 0 1.5rem}
article{border-top:1px solid var(--line);padding:1rem 0}h2{font-size:1.05rem;margin:0}dl{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:.25rem 0;color:var(--muted);font-size:.9rem}dl div{display:flex;gap:.35rem}dd{margin:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.5rem 0 0}a{color:var(--shared)}
</style></head><body><main>
<h1>E-mails de cette machine</h1>
<p class="lead">Rien ne part d’ici&nbsp;: les messages s’arrêtent sur cette page, le plus récent en premier. <span lang="en">Nothing leaves this machine: mails stop here, newest first.</span></p>
${mails.length ? '' : html`<p>Aucun message pour l’instant. Les messages partent toutes les quelques secondes&nbsp;; rechargez la page. <span lang="en">No mail yet; reload in a few seconds.</span></p>`}
${mails.map((mail) => {
  const link = linkOf(mail)
  return html`<article lang="${mail.language}"><h2>${mail.subject}</h2>
<dl><div><dt>À / To</dt><dd>${mail.recipient}</dd></div><div><dt>·</dt><dd><time datetime="${new Date(mail.sent_at).toISOString()}">${new Date(mail.sent_at).toISOString().slice(0, 16).replace('T', ' ')} UTC</time></dd></div></dl>
<pre>${mail.text}</pre>${link ? html`<p><a href="${link}">${link}</a></p>` : ''}</article>`
})}
</main></body></html>`
}
