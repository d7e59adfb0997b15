// The text, line by line. Places in it can be lit, and a line can be chosen.

import { element, whenPointed } from './dom.js';
import { word } from './words.js';

export function sourcePane(lines, { onLine, onChoose }) {
  const options = lines.map((text, index) => element('div', {
    role: 'option', id: 'line-' + (index + 1), class: 'line', tabIndex: -1, 'aria-selected': 'false',
  }, element('span', { class: 'no' }, String(index + 1)), element('span', { class: 'words' }, text)));
  if (options.length) options[0].tabIndex = 0;
  const box = element('div', { class: 'lines', role: 'listbox', 'aria-label': word('source') }, options);
  const body = element('div', { class: 'sourcebody' }, element('p', { class: 'small hint' }, word('sourceHint')), box);
  const toggle = element('button', {
    type: 'button', class: 'plain toggle', 'aria-expanded': 'true', onclick() {
      body.hidden = !body.hidden;
      toggle.setAttribute('aria-expanded', String(!body.hidden));
      toggle.textContent = word(body.hidden ? 'showSource' : 'hideSource');
    },
  }, word('hideSource'));
  const pane = element('section', { class: 'source', 'aria-labelledby': 'source' },
    element('div', { class: 'panehead' }, element('h2', { id: 'source' }, word('source')), toggle), body);
  let lit = [];
  let tabbed = options[0];

  const numberOf = (target) => {
    const option = target.closest?.('.line');
    return option ? options.indexOf(option) + 1 : 0;
  };
  box.addEventListener('focusin', (event) => {
    const number = numberOf(event.target);
    if (!number) return;
    tabbed.tabIndex = -1;
    tabbed.setAttribute('aria-selected', 'false');
    tabbed = options[number - 1];
    tabbed.tabIndex = 0;
    tabbed.setAttribute('aria-selected', 'true');
    onLine(number);
  });
  box.addEventListener('focusout', () => onLine(0));
  whenPointed(box, (target) => onLine(numberOf(target)), () => onLine(numberOf(document.activeElement)));
  box.addEventListener('click', (event) => {
    const number = numberOf(event.target);
    if (number && !getSelection().toString()) onChoose(number);
  });
  box.addEventListener('keydown', (event) => {
    const at = options.indexOf(tabbed);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(at + 1);
    } else if (next !== undefined) {
      event.preventDefault();
      options[Math.max(0, Math.min(options.length - 1, next))].focus();
    }
  });

  function words(number) {
    return options[number - 1]?.lastChild;
  }

  /** Lights these places and no others; the first is brought into view when asked for. */
  function light(places, bring) {
    for (const number of lit) {
      words(number).replaceChildren(lines[number - 1]);
      options[number - 1].classList.remove('lit');
    }
    const byLine = group(places);
    lit = [...byLine.keys()].filter((number) => words(number));
    for (const number of lit) {
      words(number).replaceChildren(...marked(lines[number - 1], byLine.get(number)));
      options[number - 1].classList.add('lit');
    }
    if (bring && lit.length) show(Math.min(...lit));
  }

  /** Scrolls inside the pane only, so that the field stays where it is. */
  function show(number) {
    const line = options[number - 1].getBoundingClientRect();
    const view = box.getBoundingClientRect();
    if (line.top < view.top + 8 || line.bottom > view.bottom - 8) {
      box.scrollTop += line.top - view.top - (view.height - line.height) / 3;
    }
  }

  function flag(severityOf) {
    options.forEach((option, index) => {
      const severity = severityOf.get(index + 1);
      option.classList.toggle('blocks', severity === 'blocking');
      option.classList.toggle('doubtful', severity === 'doubt');
    });
  }

  return { pane, light, flag };
}

function group(places) {
  const groups = new Map();
  for (const place of places) groups.set(place.line, [...(groups.get(place.line) ?? []), place]);
  return groups;
}

function marked(text, places) {
  const parts = [];
  let at = 0;
  for (const { from, to } of [...places].sort((one, other) => one.from - other.from)) {
    if (to <= at) continue;
    parts.push(text.slice(at, Math.max(at, from)), element('mark', {}, text.slice(Math.max(at, from), to)));
    at = to;
  }
  parts.push(text.slice(at));
  return parts.filter((part) => part !== '');
}
