// The page on which a published list is read, corrected and registered.

import * as api from './api.js';
import { showDesk } from './desk.js';
import { showDone } from './done.js';
import { element } from './dom.js';
import { showStart } from './start.js';
import { locale, word } from './words.js';

const main = document.getElementById('main');

const pages = {
  start() {
    history.replaceState(null, '', location.pathname);
    return showStart(main, pages);
  },
  open(draft) {
    history.replaceState(null, '', location.pathname + '?draft=' + encodeURIComponent(draft.id));
    return draft.state === 'REGISTERED' ? showDone(main, pages, draft.programme) : showDesk(main, pages, draft);
  },
  done(programme, known) {
    return showDone(main, pages, programme, known);
  },
};

async function begin() {
  document.documentElement.lang = locale;
  document.title = word('page') + ' · 督办 Duban';
  const id = new URLSearchParams(location.search).get('draft');
  if (!id) return pages.start();
  try {
    return pages.open((await api.draft(id)).content);
  } catch (refusal) {
    await pages.start();
    main.prepend(element('p', { class: 'alert', role: 'alert' }, refusal.message));
  }
}

begin();
