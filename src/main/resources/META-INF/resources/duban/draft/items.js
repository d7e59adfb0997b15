// What was read, item by item, every field to be corrected.

import { element, whenPointed } from './dom.js';
import { align, KEYS, originsOf } from './places.js';
import { twice } from './start.js';
import { word } from './words.js';

let count = 0;

export function itemsPane({ correction, read, mayCorrect, onChange, onPlace }) {
  const origins = originsOf(correction, read);
  const origin = new Map(correction.projects.map((item, index) => [item, origins[index]]));
  const cards = new Map();
  const box = element('div', { class: 'items' });
  const head = element('div', { class: 'card item head', id: 'list' });
  const pane = element('section', { class: 'result', 'aria-labelledby': 'result' },
    element('div', { class: 'panehead' }, element('h2', { id: 'result' }, word('result'))), head, box,
    mayCorrect ? element('button', { type: 'button', class: 'add', onclick: addItem }, '＋ ' + word('addItem')) : null);
  head.append(
    field('title', undefined, labelled(word('listTitle'), words(correction.title, (value) => { correction.title = value; }))),
    field('year', undefined, labelled(word('year'), number(correction.year || '', (value) => { correction.year = value || 0; }, { step: 1 }))));
  correction.projects.forEach((item) => box.append(card(item)));

  // ---- controls

  function keep(control, store, event = 'input') {
    control.addEventListener(event, () => {
      store(control.type === 'number' ? (control.value === '' ? null : Number(control.value)) : control.value);
      onChange();
    });
    return control;
  }

  function text(value, store, more = {}) {
    return keep(element('input', { type: 'text', value, readOnly: !mayCorrect, ...more }), store);
  }

  /** A line of words that may grow longer than the screen is wide. */
  function words(value, store) {
    return keep(element('textarea', { rows: 1, class: 'words', value, readOnly: !mayCorrect }),
      (typed) => store(typed.replace(/\s*\n\s*/g, ' ')));
  }

  function number(value, store, more = {}) {
    return keep(element('input', { type: 'number', step: 'any', value: value ?? '', readOnly: !mayCorrect, ...more }), store);
  }

  function choice(value, keys, store) {
    if (!mayCorrect) return element('input', { type: 'text', value: word(value), readOnly: true });
    const select = element('select', {}, keys.map((key) => element('option', { value: key }, word(key))));
    select.value = value;
    return keep(select, store, 'change');
  }

  function labelled(label, control, hidden = false) {
    control.id ||= 'field-' + (count += 1);
    return element('div', { class: 'labelled' },
      element('label', { htmlFor: control.id, class: hidden ? 'unseen' : undefined }, label), control);
  }

  /** One field: it knows its name in the correction and, when it was read, its name in the text. */
  function field(name, from, ...content) {
    const made = element('div', { class: 'field' }, ...content);
    made.dataset.field = name;
    if (from) made.dataset.origin = from;
    return made;
  }

  // ---- one item

  function card(item) {
    const summary = element('summary', {});
    const content = element('div', { class: 'content' });
    const made = element('details', { class: 'card item' }, summary, content);
    cards.set(item, made);
    summarise(item);
    made.addEventListener('toggle', () => {
      if (made.open && !content.hasChildNodes()) fill(item);
    });
    const lightAt = (target, bring) => {
      const from = target?.closest('.field')?.dataset.origin ?? (target?.closest('summary') ? 'title' : null);
      onPlace(placesOf(item, from), bring);
    };
    made.addEventListener('focusin', (event) => lightAt(event.target, true));
    made.addEventListener('focusout', () => onPlace([], false));
    whenPointed(made, (target) => lightAt(target, false), () => {
      if (made.contains(document.activeElement)) lightAt(document.activeElement, false);
      else onPlace([], false);
    });
    return made;
  }

  function placesOf(item, from) {
    return (origin.get(item)?.places ?? []).filter((place) => place.field === from);
  }

  function summarise(item) {
    const summary = cards.get(item).firstChild;
    const tags = summary.querySelector('.tags') ?? element('span', { class: 'tags' });
    const leads = item.leads.filter(Boolean).join('、') || word('noLead');
    const dues = item.milestones.map((one) => word(one.kind) + ' ' + (one.due || word('rhythm'))).join('，');
    const parents = origin.get(item)?.parents ?? [];
    summary.replaceChildren(
      parents.length ? element('span', { class: 'small parents' }, parents.join(' › ')) : '',
      element('span', { class: 'ordinal' }, item.number), ' ',
      element('span', { class: 'name' }, item.title || word('untitled')), tags,
      element('span', { class: 'small facts' }, leads, dues ? ' · ' + dues : ''));
  }

  function fill(item) {
    const content = cards.get(item).lastChild;
    const changed = (store) => (value) => {
      store(value);
      summarise(item);
    };
    content.replaceChildren(
      element('div', { class: 'row title' },
        field('number', 'title', labelled(word('number'), text(item.number, changed((value) => { item.number = value; })))),
        field('title', 'title', labelled(word('title'), words(item.title, changed((value) => { item.title = value; }))))),
      field('text', 'text', labelled(word('body'), keep(
        element('textarea', { rows: 3, value: item.text, readOnly: !mayCorrect }), (value) => { item.text = value; }))),
      names(item, 'leads', word('leads'), 'lead', 'addLead'),
      names(item, 'supports', word('supports'), 'support', 'addSupport'),
      field('deadlinePhrase', 'deadlinePhrase', labelled(word('deadline'),
        words(item.deadlinePhrase, (value) => { item.deadlinePhrase = value; }))),
      rows(item, 'milestones', word('milestones'), 'addMilestone', milestone, () => ({ kind: 'COMPLETION', due: '', phrase: '' })),
      rows(item, 'commitments', word('commitments'), 'addCommitment', commitment,
        () => ({ metric: '', operator: 'EQ', target: null, unit: '', text: '' })),
      mayCorrect ? element('div', { class: 'end' }, twice(word('removeItem'), item.number, () => removeItem(item))) : '');
    markItem(item);
  }

  function names(item, list, legend, label, add) {
    return rows(item, list, legend, add,
      (name, index) => [labelled(word(label, index + 1), text(name, (value) => {
        item[list][index] = value;
        summarise(item);
      }, { list: 'departments', autocomplete: 'off' }), true)], () => '');
  }

  function milestone(one, index, item) {
    return [
      labelled(word('kind'), choice(one.kind, ['STAGE', 'COMPLETION', 'ONGOING'], (value) => { one.kind = value; summarise(item); })),
      labelled(word('due'), keep(element('input', { type: 'date', value: one.due, readOnly: !mayCorrect }),
        (value) => { one.due = value; summarise(item); })),
      one.phrase ? element('p', { class: 'small phrase' }, '“' + one.phrase + '”') : null];
  }

  function commitment(one) {
    return [
      labelled(word('metric'), words(one.metric, (value) => { one.metric = value; })),
      labelled(word('operator'), choice(one.operator, ['EQ', 'GE', 'LE', 'APPROX'], (value) => { one.operator = value; })),
      labelled(word('target'), number(one.target, (value) => { one.target = value; })),
      labelled(word('unit'), text(one.unit, (value) => { one.unit = value; }))];
  }

  /** A list of rows that can grow and shrink. */
  function rows(item, list, legend, add, controls, fresh) {
    const group = element('fieldset', { class: 'rows ' + list });
    group.dataset.field = list;
    draw();
    return group;

    function draw() {
      const readRows = origin.get(item)?.[list] ?? [];
      const from = align(item[list], readRows, KEYS[list]);
      group.replaceChildren(element('legend', {}, legend), ...item[list].map((row, index) => {
        const made = field(`${list}[${index}]`, from[index] === undefined ? undefined : `${list}[${from[index]}]`,
          element('div', { class: 'row' }, controls(row, index, item), mayCorrect ? remove(index) : null));
        return made;
      }), mayCorrect ? element('button', { type: 'button', class: 'plain add', onclick: grow }, '＋ ' + word(add)) : '');
    }

    function remove(index) {
      const label = word('removeRow', legend + ' ' + (index + 1));
      return element('button', {
        type: 'button', class: 'plain drop', title: label, 'aria-label': label, onclick() {
          item[list].splice(index, 1);
          redraw();
          (group.querySelectorAll('.field')[Math.max(0, index - 1)]?.querySelector('input, select, textarea')
            ?? group.querySelector('button.add')).focus();
        },
      }, '×');
    }

    function grow() {
      item[list].push(fresh());
      redraw();
      group.querySelector('.field:last-of-type').querySelector('input, select, textarea').focus();
    }

    function redraw() {
      draw();
      summarise(item);
      markItem(item);
      onChange();
    }
  }

  function addItem() {
    const next = Math.max(0, ...correction.projects.map((item) => item.ordinal)) + 1;
    const item = {
      number: numeral(next, correction.projects[0]?.number ?? ''), ordinal: next, title: '', text: '', line: 0,
      leads: [''], supports: [], deadlinePhrase: '', milestones: [{ kind: 'COMPLETION', due: '', phrase: '' }], commitments: [],
    };
    correction.projects.push(item);
    box.append(card(item));
    open(item).querySelector('[data-field="title"] textarea').focus();
    onChange();
  }

  function removeItem(item) {
    const at = correction.projects.indexOf(item);
    correction.projects.splice(at, 1);
    cards.get(item).remove();
    cards.delete(item);
    cards.get(correction.projects[Math.min(at, correction.projects.length - 1)])?.firstChild.focus();
    onChange();
  }

  function open(item) {
    const made = cards.get(item);
    if (!made.lastChild.hasChildNodes()) fill(item);
    made.open = true;
    return made;
  }

  // ---- flags at their fields

  let flags = [];

  function mark(standing) {
    flags = standing;
    correction.projects.forEach((item, index) => {
      cards.get(item).id = 'item-' + index;
      if (item.reread) {
        delete item.reread;
        redrawMilestones(item);
      }
      markItem(item);
    });
    head.querySelectorAll('.remark').forEach((remark) => remark.remove());
    flags.filter((flag) => flag.project === null && flag.field).forEach((flag) => remark(head, flag));
  }

  function redrawMilestones(item) {
    const content = cards.get(item).lastChild;
    const old = content.querySelector('.rows.milestones');
    if (old) {
      old.replaceWith(rows(item, 'milestones', word('milestones'), 'addMilestone', milestone,
        () => ({ kind: 'COMPLETION', due: '', phrase: '' })));
    }
    summarise(item);
  }

  function markItem(item) {
    const own = flags.filter((flag) => flag.project === correction.projects.indexOf(item));
    const made = cards.get(item);
    const blocking = own.filter((flag) => flag.blocking).length;
    const doubts = own.filter((flag) => !flag.blocking && !flag.seen).length;
    made.querySelector('.tags').replaceChildren(
      ...(blocking ? [element('span', { class: 'tag blocks' }, word('blocking', blocking))] : []),
      ...(doubts ? [element('span', { class: 'tag doubtful' }, word('doubts', doubts))] : []));
    made.lastChild.querySelectorAll('.remark').forEach((remark) => remark.remove());
    made.lastChild.querySelectorAll('[aria-invalid]').forEach((control) => {
      control.removeAttribute('aria-invalid');
    });
    made.lastChild.querySelectorAll('[aria-describedby]').forEach((control) => control.removeAttribute('aria-describedby'));
    if (made.lastChild.hasChildNodes()) own.forEach((flag) => remark(made.lastChild, flag));
  }

  function placeOf(scope, flag) {
    return (flag.field && scope.querySelector(`[data-field="${flag.field}"]`))
      || scope.querySelector('[data-field="' + flag.field.replace(/\[.*/, '') + '"]') || scope.querySelector('.field');
  }

  function remark(scope, flag) {
    const place = placeOf(scope, flag);
    const made = element('div', { class: 'remark ' + (flag.blocking ? 'blocks' : 'doubtful'), id: 'remark-' + (count += 1) },
      element('span', {}, flag.message));
    const control = controlOf(place);
    if (flag.nearest.length && mayCorrect) {
      made.append(element('span', { class: 'offers' }, word('meant'), ...flag.nearest.map((name) =>
        element('button', {
          type: 'button', class: 'plain offer', onclick() {
            control.value = name;
            control.dispatchEvent(new Event('input'));
            control.focus();
          },
        }, name))));
    }
    if (control.matches(':not(button)') && flag.field) {
      if (flag.blocking) control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', made.id);
    }
    if (place.matches('fieldset')) place.querySelector('legend').after(made);
    else place.append(made);
  }

  function controlOf(place) {
    return place.querySelector('input[type="date"]') ?? place.querySelector('input, select, textarea, button');
  }

  // ---- ways from the flags and from the text

  function go(flag) {
    const scope = flag.project === null ? head : open(correction.projects[flag.project]);
    const content = flag.project === null ? head : scope.lastChild;
    const place = placeOf(content, flag);
    const control = controlOf(place);
    place.scrollIntoView({ block: 'center' });
    control.focus({ preventScroll: true });
    return flag.project === null ? [] : (origin.get(correction.projects[flag.project])?.places ?? []);
  }

  /** The fields read in a line, in their order; the text as a whole comes last. */
  function fieldsAt(line) {
    const found = [];
    for (const [item, project] of origin) {
      if (!project || !cards.has(item)) continue;
      for (const place of project.places) {
        if (place.line === line) found.push([item, place.field, place.from]);
      }
      if (project.line === line && !found.some(([one]) => one === item)) found.push([item, 'title', 0]);
    }
    return found.sort((one, other) => (one[1] === 'text') - (other[1] === 'text') || one[2] - other[2]);
  }

  function lightLine(line) {
    pane.querySelectorAll('.lit').forEach((one) => one.classList.remove('lit'));
    if (!line) return;
    for (const [item, from] of fieldsAt(line)) {
      const made = cards.get(item);
      if (!made.open) made.firstChild.classList.add('lit');
      else made.querySelectorAll(`[data-origin="${from}"]`).forEach((one) => one.classList.add('lit'));
    }
  }

  function choose(line) {
    const [first] = fieldsAt(line);
    if (!first) return;
    const made = open(first[0]);
    lightLine(line);
    const place = made.querySelector(`[data-origin="${first[1]}"]`);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector('input, select, textarea')?.focus({ preventScroll: true });
  }

  return { pane, mark, go, lightLine, choose };
}

const DIGITS = '零一二三四五六七八九';

/** A number in the list's own way of writing them. */
function numeral(value, like) {
  if (!/^[一二三四五六七八九十]/.test(like) || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  return (tens > 1 ? DIGITS[tens] : '') + (tens ? '十' : '') + (value % 10 ? DIGITS[value % 10] : '');
}
