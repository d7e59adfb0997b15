// What stands, first of all: each flag a link to its place, each doubt with a box to tick.

import { element } from './dom.js';
import { keyOf } from './keeper.js';
import { word } from './words.js';

export function flagsPane({ mayCorrect, onSee, onGo }) {
  const list = element('ul', {});
  const none = element('p', { class: 'small' }, word('noFlags'));
  const pane = element('section', { class: 'card flags', 'aria-labelledby': 'flags' },
    element('h2', { id: 'flags' }, word('flags')), list, none);

  function show(flags) {
    const held = document.activeElement?.closest('.flag')?.dataset.key;
    const wasBox = document.activeElement?.type === 'checkbox';
    list.replaceChildren(...flags.map(row));
    none.hidden = flags.length > 0;
    if (held) {
      const again = [...list.children].find((one) => one.dataset.key === held);
      again?.querySelector(wasBox ? 'input' : 'a')?.focus();
    }
  }

  function row(flag, index) {
    const where = element('a', {
      href: '#' + (flag.project === null ? 'list' : 'item-' + flag.project), id: 'flag-' + index,
      onclick(event) {
        event.preventDefault();
        onGo(flag);
      },
    }, flag.message);
    const row = element('li', { class: 'flag ' + (flag.blocking ? 'blocks' : 'doubtful') },
      element('span', { class: 'tag' }, word(flag.blocking ? 'mustChange' : 'doubt')), where,
      flag.blocking ? null : box(flag, index));
    row.dataset.key = keyOf(flag);
    return row;
  }

  function box(flag, index) {
    return element('span', { class: 'tick' },
      element('input', {
        type: 'checkbox', id: 'seen-' + index, checked: flag.seen, disabled: !mayCorrect, 'aria-describedby': 'flag-' + index,
        onchange(event) {
          onSee(flag, event.target.checked);
        },
      }), element('label', { htmlFor: 'seen-' + index }, word('seen')));
  }

  return { pane, show };
}
