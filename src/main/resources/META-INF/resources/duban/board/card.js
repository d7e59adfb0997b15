// The responsibility board on Cockpit's dashboard. Every figure leads to the milestones behind it.
import { element } from '../form/dom.js';
import { cell, fillIn, legend, light, lights, link, list, quiet, read, section, signOffCell, table, tiles } from './parts.js';
import { KINDS, LEVELS, LIGHTS, STANDINGS, day, say } from './words.js';

const SHADES = { BEHIND: 'red', LATE: 'yellow', AHEAD: 'green', ON_TIME: 'green' };

export function card(place) {
  show(place, 0).then(() => {
    let head = place.closest('section')?.querySelector('header');
    while (head?.firstElementChild) head = head.firstElementChild;
    if (head) head.textContent = say('责任看板');
  });
}

function show(place, page) {
  return fillIn(place, async () => {
    const board = await read('/api/v1/board?page=' + page);
    return [
      element('p', { className: 'duban-quiet' }, say('截至 {0}', day(board.today)), '　', link(say('看板页面'), '/board')),
      tiles([...open(board), ...standings(board), ...ladder(board), ...signOffs(board)]),
      heat(board),
      element('div', { className: 'duban-pair' }, next(board), top(board), terms(board), kinds(board), programmes(board, (other) => show(place, other))),
    ];
  });
}

function open(board) {
  return Object.keys(LIGHTS).map((one) => ({
    count: board.lights[one], text: say('在办{0}', say(LIGHTS[one])), href: list({ light: one, open: true }), colour: one.toLowerCase(),
  }));
}

function standings(board) {
  return ['BEHIND', 'LATE', 'ON_TIME', 'AHEAD'].map((one) => ({
    count: board.standings[one], text: say(STANDINGS[one]), href: list({ standing: one }), colour: SHADES[one],
  }));
}

function ladder(board) {
  return Object.keys(LEVELS).map((level) => ({
    count: board.ladder.levels[level], text: say(LEVELS[level]), href: list({ level, open: true }), colour: 'red',
  }));
}

/** What has a day of its own: the overdue sign-offs, and where they stand on the ladder. */
function signOffs(board) {
  const its = term(board, 'SIGN_OFF');
  return [
    { count: its.overdue, text: say('逾期会签'), href: list({ term: 'SIGN_OFF', overdue: true }), colour: 'red' },
    ...Object.keys(LEVELS).filter((level) => its.levels[level]).map((level) => ({
      count: its.levels[level], text: say('会签') + say(LEVELS[level]), href: list({ term: 'SIGN_OFF', level }), colour: 'red',
    })),
  ];
}

function term(board, name) {
  return board.terms.find((one) => one.term === name);
}

function terms(board) {
  const its = term(board, 'SIGN_OFF');
  const others = board.terms.filter((one) => one.term !== 'SIGN_OFF' && one.open);
  const figures = (one, wanted, name) => ['open', 'overdue'].map((which) => {
    const shown = link(one[which], list({ ...wanted, ...(which === 'overdue' ? { overdue: true } : {}) }));
    shown.setAttribute('aria-label', name + ' ' + say(which === 'open' ? '在办' : '逾期') + ' ' + one[which]);
    return element('td', { className: 'number' + (which === 'overdue' && one.overdue ? ' duban-alert' : '') }, shown);
  });
  const row = (name, one, wanted) => element('tr', {}, element('th', { scope: 'row' }, name), ...figures(one, wanted, name));
  const heads = (first) => [first, number(say('在办')), number(say('逾期'))];
  return section(say('会签和其他时限'), ...(its.holders.length
    ? [table('', heads(say('会签单位')), its.holders.map((one) => row(one.name, one, { term: 'SIGN_OFF', holder: one.department })))]
    : [quiet(say('没有在办的会签。'))]),
  ...(others.length ? [table('', heads(say('其他时限')), others.map((one) => row(say(one.label), one, { term: one.term })))] : []));
}

function heat(board) {
  const title = say('{0}年各部门到期情况', board.year);
  if (!board.leads.length && !board.supports.length) return section(title, quiet(say('还没有登记的事项。')));
  const months = board.timeline.map((month) => element('th', {
    scope: 'col', className: 'month' + (board.today.startsWith(month.month) ? ' now' : ''),
  }, say('{0}月', Number(month.month.slice(5)))));
  const rows = board.leads.map((lead) => element('tr', {},
    element('th', { scope: 'row' }, link(lead.name, list({ lead: lead.department }))),
    lights(lead.name, lead.lights, { lead: lead.department }),
    ...lead.months.map((month) => cell(lead.name, month, { lead: lead.department }))));
  const group = element('tr', {}, element('th', { scope: 'rowgroup', className: 'group', colSpan: 14 }, say('配合部门：会签，按会签时限')));
  const supports = board.supports.map((one) => {
    const wanted = { term: 'SIGN_OFF', holder: one.department };
    const late = one.pastDue ? [' ', element('small', { className: 'duban-alert' }, say('超时限 {0} 个工作日', one.pastDue))] : [];
    return element('tr', {},
      element('th', { scope: 'row' }, link(one.name, list(wanted)), ...late),
      lights(one.name, one.lights, wanted),
      ...one.months.map((month) => signOffCell(one.name, month)));
  });
  const all = [...rows, ...(supports.length ? [group, ...supports] : [])];
  return section(title, table('duban-heat', [say('牵头部门'), say('绿 / 黄 / 红灯'), ...months], all), legend());
}

function next(board) {
  return section(say('近期到期'), board.nextDue.length
    ? element('ul', { className: 'duban-list' }, ...board.nextDue.map((one) => element('li', {},
      link(day(one.due), list({ due: one.due, standing: 'ON_TRACK' })), element('span', {}, say('{0} 项', one.count)), light(one.light),
      element('span', { className: 'duban-quiet' }, one.workingDays ? say('还有 {0} 个工作日', one.workingDays) : say('今天到期')))))
    : quiet(say('没有未到期的节点')));
}

function top(board) {
  return section(say('三级督办'), board.ladder.level3.length
    ? element('ul', { className: 'duban-list' }, ...board.ladder.level3.map((one) => element('li', {},
      link(one.number + '、' + one.title, '/milestones/instance?id=' + encodeURIComponent(one.id)),
      element('span', { className: 'duban-alert' }, say('逾期 {0} 天', one.daysOverdue)))))
    : quiet(say('没有三级督办的节点')));
}

function kinds(board) {
  return section(say('按类别'), table('', [say('类别'), say('绿 / 黄 / 红灯'), number(say('滞后'))],
    board.kinds.map((one) => element('tr', {}, element('th', { scope: 'row' }, say(KINDS[one.kind])),
      lights(say(KINDS[one.kind]), one.lights, { kind: one.kind }), behind(one)))));
}

function programmes(board, turn) {
  const { content, page, size, total } = board.programmes;
  const button = (text, other) => {
    const made = element('button', { type: 'button', className: 'btn btn-default btn-sm' }, text);
    made.addEventListener('click', () => turn(other));
    return made;
  };
  const pages = element('p', { className: 'duban-pages' },
    ...(page > 0 ? [button(say('上一页'), page - 1)] : []),
    ...((page + 1) * size < total ? [button(say('下一页'), page + 1)] : []));
  return section(say('按清单'), table('', [say('清单'), say('绿 / 黄 / 红灯'), number(say('滞后'))],
    content.map((one) => element('tr', {}, element('th', { scope: 'row' }, link(one.title, list({ programme: one.programme }))),
      lights(one.title, one.lights, { programme: one.programme }), behind(one)))), pages);
}

function number(text) {
  return element('th', { scope: 'col', className: 'number' }, text);
}

function behind(one) {
  return element('td', { className: 'number' + (one.standings.BEHIND ? ' duban-alert' : '') }, one.standings.BEHIND);
}
