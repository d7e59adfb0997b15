// After registration: the programme, and its dispatch.

import * as api from './api.js';
import { element } from './dom.js';
import { word } from './words.js';

export async function showDone(main, pages, id, known = false) {
  const status = element('div', { role: 'status' });
  const heading = element('h1', { tabIndex: -1 }, word('registered'));
  const card = element('section', { class: 'card done' }, heading);
  main.className = 'start';
  main.replaceChildren(card);
  let programme;
  try {
    programme = (await api.programme(id)).content;
  } catch (refusal) {
    card.append(element('p', { class: 'alert', role: 'alert' }, refusal.message));
    return;
  }
  const milestones = programme.projects.reduce((sum, project) => sum + project.milestones.length, 0);
  const dispatch = element('button', { type: 'button', class: 'first', onclick: send }, word('dispatch'));
  card.append(
    element('p', { class: 'large' }, programme.title),
    element('p', {}, word('registeredFacts', programme.projects.length, milestones)),
    known ? element('p', { class: 'note' }, word('known')) : '',
    status,
    element('div', { class: 'buttons' }, dispatch,
      element('a', { class: 'button', href: api.base + '/api/v1/programmes/' + encodeURIComponent(id) }, word('toProgramme')),
      element('a', { class: 'button', href: api.base + '/programmes/new' }, word('another'))));
  if (programme.state === 'REGISTERED') {
    status.append(element('p', { class: 'small' }, word('dispatchHint')));
  } else {
    sent();
  }
  heading.focus();

  async function send() {
    dispatch.disabled = true;
    dispatch.textContent = word('dispatching');
    try {
      await api.dispatch(id);
      sent();
    } catch (refusal) {
      dispatch.disabled = false;
      dispatch.textContent = word('dispatch');
      status.replaceChildren(element('p', { class: 'alert', role: 'alert' }, refusal.message));
    }
  }

  function sent() {
    status.replaceChildren(element('p', { class: 'note' }, word('dispatched')));
    dispatch.replaceWith(
      element('a', { class: 'button first', href: api.base + '/camunda/app/cockpit/' }, word('toCockpit')));
  }
}
