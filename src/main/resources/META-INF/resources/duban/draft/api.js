// The calls of the page. A refusal is thrown as a Refusal, whose message is for the person.

import { word } from './words.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
export const base = meta('duban-base');

export class Refusal extends Error {
  constructor(status, sentence, flags = []) {
    super(sentence);
    this.status = status;
    this.flags = flags;
  }
}

function token() {
  const cookie = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/);
  return cookie ? cookie[1] : meta('duban-csrf');
}

async function call(method, path, body, options = {}) {
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': token() };
  if (options.type) headers['Content-Type'] = options.type;
  let answer;
  try {
    answer = await fetch(base + '/api/v1' + path,
      { method, headers, body, credentials: 'same-origin', keepalive: options.keepalive });
  } catch {
    throw new Refusal(0, word('unreachable'));
  }
  if (answer.status === 401) throw new Refusal(401, word('signedOut'));
  const content = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Refusal(answer.status, content?.detail || word('failed', answer.status), content?.flags);
  }
  return { status: answer.status, content };
}

const json = (method, path, value, options) =>
  call(method, path, JSON.stringify(value), { type: 'application/json', ...options });

const drafts = (id, act) => '/drafts/' + encodeURIComponent(id) + (act ? '/' + act : '');

export const readText = (text) => call('POST', '/drafts', text, { type: 'text/plain;charset=UTF-8' });

export function readFile(file) {
  const form = new FormData();
  form.append('file', file);
  return call('POST', '/drafts', form);
}

export const openDrafts = () => call('GET', '/drafts');
export const draft = (id) => call('GET', drafts(id));
export const deleteDraft = (id) => call('DELETE', drafts(id));
export const correct = (id, correction, options) => json('PUT', drafts(id), correction, options);
export const act = (id, name, said) => json('POST', drafts(id, name), said);
export const programme = (id) => call('GET', '/programmes/' + encodeURIComponent(id));
export const dispatch = (id) => call('POST', '/programmes/' + encodeURIComponent(id) + '/dispatch');
