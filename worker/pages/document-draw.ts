import type { Language } from '#domain/language.ts'
import type { DocumentBlock, DocumentSection, DocumentTable } from './document-text.ts'
import { DOCUMENT_WORDS } from './document-words.ts'
import { type Fragment, fragment, prose } from './fragment.ts'

/** The sections of a document, numbered, as they are read and printed. */
export function drawSections(sections: readonly DocumentSection[], language: Language): Fragment {
  return fragment`${sections.map(
    (
      { heading, blocks, startsPage },
      at,
    ) => fragment`<section class="${startsPage ? 'document-sheet' : ''}" aria-labelledby="section-${at + 1}">
      <h2 id="section-${at + 1}">${at + 1}. ${heading}</h2>
      ${blocks.map((block, place) => drawBlock(block, language, `${at + 1}-${place + 1}`))}
    </section>`,
  )}`
}

function drawBlock(block: DocumentBlock, language: Language, id: string): Fragment {
  const words = DOCUMENT_WORDS[language]
  if (typeof block === 'string') return fragment`<p>${block}</p>`
  if ('list' in block) return fragment`<ul>${block.list.map((line) => fragment`<li>${line}</li>`)}</ul>`
  if ('steps' in block) return fragment`<ol>${block.steps.map((line) => fragment`<li>${line}</li>`)}</ol>`
  if ('table' in block) return drawTable(block.table, id)
  if ('facts' in block) {
    return fragment`<dl class="document-facts">${block.facts.map(
      ([term, value]) =>
        fragment`<div><dt>${term}</dt><dd>${value ?? fragment`<span class="document-blank">${words.toFill}</span>`}</dd></div>`,
    )}</dl>`
  }
  if ('counsel' in block) {
    return fragment`<p class="document-counsel"><strong>${words.counsel}</strong> ${block.counsel}</p>`
  }
  if ('typed' in block) return prose(block.typed)
  if ('blanks' in block) {
    return fragment`<dl class="document-blanks">${block.blanks.map(
      ([label, lines]) =>
        fragment`<div><dt>${label}</dt><dd><span class="visually-hidden">${words.room}</span>${Array.from({ length: lines }, () => fragment`<span class="document-line"></span>`)}</dd></div>`,
    )}</dl>`
  }
  if ('boxes' in block) {
    return fragment`<ul class="document-boxes" role="list">${block.boxes.map(
      (line) => fragment`<li><span class="document-box" aria-hidden="true"></span>${line}</li>`,
    )}</ul>`
  }
  if ('mail' in block) {
    return fragment`<blockquote class="document-mail"><p><strong>${words.subject}</strong> ${block.mail.subject}</p>${block.mail.lines.map((line) => fragment`<p>${line}</p>`)}</blockquote>`
  }
  return drawSignatures(block.signatures, language)
}

/** A table that scrolls by itself on a narrow screen, and is reached by keyboard. */
function drawTable({ caption, head, rows }: DocumentTable, id: string): Fragment {
  return fragment`<div class="document-table" role="region" tabindex="0" aria-labelledby="table-${id}"><table>
    <caption id="table-${id}">${caption}</caption>
    <thead><tr>${head.map((cell) => fragment`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ([first, ...rest]) =>
        fragment`<tr><th scope="row">${first}</th>${rest.map((cell) => fragment`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`
}

function drawSignatures(people: readonly string[], language: Language): Fragment {
  const { name, date, signature } = DOCUMENT_WORDS[language].sign
  return fragment`<div class="document-signatures">${people.map(
    (who) =>
      fragment`<div><p><strong>${who}</strong></p><dl class="document-blanks">${[name, date, signature].map(
        (label) => fragment`<div><dt>${label}</dt><dd><span class="document-line"></span></dd></div>`,
      )}</dl></div>`,
  )}</div>`
}
