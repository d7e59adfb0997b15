// The desk: the flags first, the text on the left, what was read on the right, the summary always in sight.

import * as api from './api.js';
import { element } from './dom.js';
import { flagsPane } from './flags.js';
import { itemsPane } from './items.js';
import { keeper } from './keeper.js';
import { sourcePane } from './source.js';
import { word } from './words.js';

export function showDesk(main, pages, draft) {
  const may = (act) => draft.may.includes(act);
  const mayCorrect = may('CORRECT');
  let flags = draft.flags;

  const keep = keeper(draft, {
    onState: (state) => { saved.textContent = mayCorrect ? word(state) : ''; },
    onAnswer(answer) {
      trouble.replaceChildren();
      show(answer.flags);
      departments.replaceChildren(...answer.departments.map((value) => element('option', { value })));
    },
    onTrouble: tell,
  });
  const departments = element('datalist', { id: 'departments' },
    draft.departments.map((value) => element('option', { value })));
  const source = sourcePane(draft.lines, {
    onLine: (line) => items.lightLine(line),
    onChoose: (line) => items.choose(line),
  });
  const items = itemsPane({
    correction: keep.correction, read: draft.read, mayCorrect, onChange: keep.changed,
    onPlace: (places, bring) => source.light(places, bring),
  });
  const standing = flagsPane({ mayCorrect, onSee: keep.see, onGo: (flag) => items.go(flag) });

  // ---- the summary

  const name = element('h1', {});
  const counts = element('p', { class: 'counts', role: 'status' });
  const saved = element('span', { class: 'small saved' });
  const act = actButton();
  const back = may('RETURN')
    ? element('button', { type: 'button', onclick: () => { reasonForm.hidden = false; reason.focus(); } }, word('giveBack')) : null;
  const bar = element('div', { class: 'summary' },
    element('div', { class: 'what' }, name, element('div', { class: 'line' }, counts, saved)),
    element('div', { class: 'buttons' }, back, act));
  const trouble = element('div', { class: 'trouble', role: 'alert' });
  const reason = element('textarea', { id: 'reason', rows: 2 });
  const reasonForm = element('form', { class: 'card reason', hidden: true, onsubmit: giveBack },
    element('label', { htmlFor: 'reason' }, word('reason')), reason,
    element('div', { class: 'buttons' },
      element('button', { type: 'submit', class: 'first' }, word('giveBack')),
      element('button', { type: 'button', onclick: () => { reasonForm.hidden = true; } }, word('cancel'))));

  main.className = 'desk';
  main.replaceChildren(bar, element('div', { class: 'notices' }, trouble, notices(), reasonForm), standing.pane,
    element('div', { class: 'columns' }, source.pane, items.pane), departments);
  new ResizeObserver(() => main.style.setProperty('--bar', bar.offsetHeight + 'px')).observe(bar);
  saved.textContent = mayCorrect ? word('saved') : '';
  show(flags);

  function show(standingFlags) {
    flags = standingFlags;
    const blocking = flags.filter((flag) => flag.blocking).length;
    const doubts = flags.filter((flag) => !flag.blocking && !flag.seen).length;
    name.textContent = keep.correction.title || word('untitled');
    counts.replaceChildren(
      element('span', { class: 'tag' }, word('items', keep.correction.projects.length)),
      ...(blocking ? [element('span', { class: 'tag blocks' }, word('blocking', blocking))] : []),
      ...(doubts ? [element('span', { class: 'tag doubtful' }, word('doubts', doubts))] : []),
      ...(blocking || doubts ? [] : [element('span', { class: 'tag clean' }, word('clean'))]));
    if (act) act.disabled = blocking + doubts > 0;
    standing.show(flags);
    items.mark(flags);
    const lines = new Map();
    for (const flag of flags) {
      if (flag.blocking) lines.set(flag.line, 'blocking');
      else if (!flag.seen && !lines.has(flag.line)) lines.set(flag.line, 'doubt');
    }
    source.flag(lines);
  }

  function notices() {
    const note = (key, ...values) => element('p', { class: 'note' }, word(key, ...values));
    return element('div', {},
      draft.state === 'RETURNED' ? element('p', { class: 'alert' }, word('returned', draft.returnedBy, draft.returnReason)) : null,
      may('APPROVE') ? note('toApprove', draft.draftedBy)
        : draft.state === 'SUBMITTED' ? note('waiting', draft.submittedBy)
          : mayCorrect ? null : note('notYours', draft.draftedBy));
  }

  // ---- what is done with the draft

  function actButton() {
    const name = ['REGISTER', 'SUBMIT', 'APPROVE'].find(may);
    return name ? element('button', { type: 'button', class: 'first', onclick: () => perform(name.toLowerCase()) },
      word(name.toLowerCase())) : null;
  }

  async function perform(name) {
    trouble.replaceChildren();
    if (mayCorrect && !await keep.save()) return;
    if (act.disabled) return;
    act.disabled = true;
    try {
      const answer = await api.act(draft.id, name, { version: keep.version() });
      if (name === 'submit') pages.open(answer.content);
      else pages.done(answer.content.id, answer.status === 200);
    } catch (refusal) {
      act.disabled = false;
      tell(refusal);
    }
  }

  async function giveBack(event) {
    event.preventDefault();
    if (!reason.value.trim()) return tell({ message: word('reasonMissing') });
    try {
      pages.open((await api.act(draft.id, 'return', { version: keep.version(), reason: reason.value })).content);
    } catch (refusal) {
      tell(refusal);
    }
  }

  function tell(refusal) {
    const again = { 0: () => keep.save(), 401: () => location.reload(), 403: () => location.reload(), 409: () => location.reload() }[refusal.status];
    trouble.replaceChildren(element('p', { class: 'alert' }, refusal.message, ' ',
      again ? element('button', { type: 'button', class: 'plain', onclick: again }, word(refusal.status ? 'reload' : 'retry')) : ''));
  }
}
