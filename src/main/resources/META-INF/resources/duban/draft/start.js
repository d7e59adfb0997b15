// Where it begins: a file or a pasted text, and the drafts that wait.

import * as api from './api.js';
import { element } from './dom.js';
import { time, word } from './words.js';

export async function showStart(main, pages) {
  const trouble = element('div', { class: 'trouble', role: 'alert' });
  const file = element('input', { type: 'file', id: 'file', accept: '.txt,.htm,.html,.docx,.xlsx,.pdf,text/plain,text/html' });
  const text = element('textarea', { id: 'text', rows: 12, spellcheck: false });
  const button = element('button', { type: 'submit', class: 'first' }, word('read'));
  const form = element('form', { class: 'card begin', onsubmit: read },
    element('h1', {}, word('page')),
    element('p', {}, word('intro')),
    element('label', { htmlFor: 'file' }, word('upload')), file,
    element('label', { htmlFor: 'text' }, word('paste')), text,
    trouble, element('div', { class: 'buttons' }, button));
  file.addEventListener('change', () => { if (file.files.length) form.requestSubmit(); });
  const waiting = element('section', { class: 'card waiting', 'aria-labelledby': 'waiting' },
    element('h2', { id: 'waiting' }, word('drafts')));
  main.className = 'start';
  main.replaceChildren(form, waiting);
  await list();

  async function read(event) {
    event.preventDefault();
    trouble.replaceChildren();
    if (!file.files.length && !text.value.trim()) return tell(word('nothing'));
    button.disabled = true;
    button.textContent = word('reading');
    try {
      const answer = file.files.length ? await api.readFile(file.files[0]) : await api.readText(text.value);
      pages.open(answer.content);
    } catch (refusal) {
      file.value = '';
      tell(refusal.flags?.length ? refusal.flags.map((flag) => flag.message) : refusal.message);
    } finally {
      button.disabled = false;
      button.textContent = word('read');
    }
  }

  function tell(sentences) {
    trouble.replaceChildren(...[sentences].flat().map((one) => element('p', { class: 'alert' }, one)));
  }

  async function list() {
    let drafts = [];
    try {
      drafts = (await api.openDrafts()).content;
    } catch (refusal) {
      tell(refusal.message);
    }
    waiting.replaceChildren(waiting.firstChild, drafts.length
      ? element('ul', { class: 'drafts' }, drafts.map(row))
      : element('p', {}, word('noDrafts')));
  }

  function row(draft) {
    const title = draft.title || word('untitled');
    const open = element('a', { href: location.pathname + '?draft=' + encodeURIComponent(draft.id) }, title);
    return element('li', {},
      element('div', {}, open, element('p', { class: 'small' },
        element('span', { class: 'state' }, word(draft.state)), ' ', word('by', draft.draftedBy, time(draft.changedAt)))),
      draft.state === 'SUBMITTED' ? null : twice(word('remove'), title, async () => {
        try {
          await api.deleteDraft(draft.id);
          await list();
        } catch (refusal) {
          tell(refusal.message);
        }
      }));
  }
}

/** A button that acts at the second press. */
export function twice(label, about, act) {
  const button = element('button', { type: 'button', class: 'plain danger', 'aria-label': label + ' ' + about }, label);
  let asked = false;
  const ask = (state) => {
    asked = state;
    button.textContent = asked ? word('sure') : label;
    button.setAttribute('aria-label', button.textContent + ' ' + about);
  };
  button.addEventListener('click', () => (asked ? act() : ask(true)));
  button.addEventListener('blur', () => ask(false));
  return button;
}
