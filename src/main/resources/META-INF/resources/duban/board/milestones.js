// The milestones behind a figure of the board, each with the way to its process.
import { element } from '../form/dom.js';
import { fillIn, isOpen, kind, light, link, list, quiet, read, table } from './parts.js';
import { LEVELS, STATES, day, say } from './words.js';

const ASKED = ['light', 'open', 'standing', 'level', 'lead', 'holder', 'kind', 'programme', 'withdrawn', 'term', 'overdue'];

export function milestones(place) {
  const wanted = Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] ?? ''));
  place.classList.add('duban-page');
  fillIn(place, async () => {
    const page = await read('/api/v1/milestones?' + query(wanted));
    const holders = await names();
    return [
      element('p', {}, link(say('回到看板'), '#/dashboard')),
      element('h3', {}, say('节点清单')),
      quiet(say('共 {0} 项', page.total)),
      page.content.length
        ? table('duban-rows', ['事项', ...(wanted.term ? [page.content[0].term.label] : []), '节点', '期限', '状态', '现由谁办理', '流程'].map((head) => say(head)),
          page.content.map((one) => row(one, holders)))
        : quiet(say('没有符合条件的节点。')),
      turning(page, wanted),
    ];
  });
}

function query(wanted) {
  const asked = new URLSearchParams({ size: 50, page: wanted.page ?? 0 });
  for (const name of ASKED) if (wanted[name]) asked.set(name, wanted[name]);
  if (wanted.month) {
    const [year, month] = wanted.month.split('-').map(Number);
    asked.set('dueFrom', wanted.month + '-01');
    asked.set('dueBefore', new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10));
  }
  if (wanted.due) {
    asked.set('dueFrom', wanted.due);
    asked.set('dueBefore', new Date(Date.parse(wanted.due + 'T00:00:00Z') + 86400000).toISOString().slice(0, 10));
  }
  return asked;
}

/** What those who have something in hand are called. */
export async function names() {
  const board = await read('/api/v1/board');
  return new Map([...board.departments, ...board.terms.flatMap((one) => one.holders)].map((one) => [one.department, one.name]));
}

function row(one, holders) {
  const open = isOpen(one);
  return element('tr', {},
    element('th', { scope: 'row' }, link(one.number + '、' + one.title, '/projects/' + encodeURIComponent(one.project))),
    ...(one.term ? [own(one.term, holders)] : []),
    element('td', {}, kind(one)),
    element('td', {}, one.due ? day(one.due) : say('无固定日期'),
      ...(one.originalDue && one.originalDue !== one.due ? [say('（原定 {0}）', one.originalDue)] : []),
      ...(one.daysOverdue ? [' ', element('span', { className: 'duban-alert' }, say('逾期 {0} 天', one.daysOverdue))] : [])),
    element('td', {}, ...(open ? [light(one.light), ' '] : []), say(STATES[one.state]),
      ...(one.level ? [' ', element('span', { className: 'duban-alert' }, say(LEVELS[one.level]))] : [])),
    element('td', {}, one.waitingFor.map((code) => holders.get(code) ?? code).join('、')),
    element('td', {}, ...(open && one.due ? [link(say('打开流程'), '/milestones/instance?id=' + encodeURIComponent(one.id))] : [])));
}

/** The term for which it is listed: whose it is, and by when. */
function own(term, holders) {
  return element('td', {}, element('strong', {}, holders.get(term.holder) ?? term.holder), ' ', day(term.due),
    ...(term.daysOverdue ? [' ', element('span', { className: 'duban-alert' }, say('逾期 {0} 天', term.daysOverdue))] : []),
    ...(term.level ? [' ', element('span', { className: 'duban-alert' }, say(LEVELS[term.level]))] : []));
}

function turning({ page, size, total }, wanted) {
  return element('p', { className: 'duban-pages' },
    ...(page > 0 ? [link(say('上一页'), list({ ...wanted, page: page - 1 }))] : []),
    ...((page + 1) * size < total ? [link(say('下一页'), list({ ...wanted, page: page + 1 }))] : []));
}
