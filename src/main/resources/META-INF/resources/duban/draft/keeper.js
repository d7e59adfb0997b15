// Keeps what is typed on the server, one save at a time; the answer says what still stands.

import * as api from './api.js';

const PAUSE = 500;

export function keeper(draft, { onState, onAnswer, onTrouble }) {
  const correction = draft.draft;
  const seen = new Map(draft.flags.filter((flag) => flag.seen).map((flag) => [keyOf(flag), flag]));
  let version = draft.version;
  let timer;
  let dirty = false;
  let running = null;

  function changed() {
    dirty = true;
    onState('unsaved');
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  function see(flag, ticked) {
    if (ticked) seen.set(keyOf(flag), flag);
    else seen.delete(keyOf(flag));
    changed();
  }

  const message = () => ({
    version,
    draft: correction,
    seen: [...seen.values()].map(({ code, line, message }) => ({ code, line, message })),
  });

  async function save() {
    clearTimeout(timer);
    while (running) await running;
    if (!dirty) return true;
    running = send().finally(() => { running = null; });
    const kept = await running;
    return kept && dirty ? save() : kept;
  }

  async function send() {
    dirty = false;
    onState('saving');
    const sent = correction.projects.map((item) => [item, JSON.stringify(item.milestones)]);
    try {
      const answer = (await api.correct(draft.id, message())).content;
      version = answer.version;
      sent.forEach(([item, milestones], index) => adopt(item, milestones, answer.draft.projects[index]));
      onAnswer(answer);
      onState(dirty ? 'unsaved' : 'saved');
      return true;
    } catch (refusal) {
      dirty = true;
      onState('unsaved');
      onTrouble(refusal);
      return false;
    }
  }

  /** A rewritten deadline was read again: its milestones are the server's, unless they were changed here since. */
  function adopt(item, sent, answered) {
    item.ordinal = answered.ordinal;
    const theirs = JSON.stringify(answered.milestones);
    if (theirs !== sent && JSON.stringify(item.milestones) === sent) {
      item.milestones.splice(0, item.milestones.length, ...answered.milestones);
      item.reread = true;
    }
  }

  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && dirty && !running) save();
  });

  return { correction, changed, see, save, version: () => version };
}

export const keyOf = (flag) => [flag.code, flag.line, flag.message].join('|');
