// What the board's card, its list and its tab are made of.
import { element, json, wear } from '../form/dom.js';
import { KINDS, LIGHTS, STANDINGS, say } from './words.js';

export function read(path) {
  return json(path, (status) => say('未能读取（{0}），请刷新后再试。', status));
}

/** Shows what the work comes to in the place, or else why it doesn't. */
export async function fillIn(place, work) {
  wear('board', new URL('board.css', import.meta.url));
  place.classList.add('duban-board');
  place.replaceChildren(element('p', { className: 'duban-quiet', role: 'status' }, say('正在读取…')));
  try {
    place.replaceChildren(...(await work()));
  } catch (failure) {
    place.replaceChildren(element('p', { className: 'duban-alert', role: 'alert' }, failure.message));
  }
}

/** The address of the list behind a figure, within Cockpit. */
export function list(wanted) {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== null));
  return '#/duban/milestones?' + query;
}

export function link(text, href, properties) {
  return element('a', { href, ...properties }, text);
}

export function section(title, ...content) {
  return element('section', {}, element('h3', {}, title), ...content.flat());
}

export function quiet(text) {
  return element('p', { className: 'duban-quiet' }, text);
}

export function table(className, heads, rows) {
  return element('table', { className },
    element('thead', {}, element('tr', {}, ...heads.map((head) => head instanceof Node ? head : element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows));
}

export function lights(name, counts, wanted) {
  const links = Object.keys(LIGHTS).map((light) => {
    const count = counts[light];
    const one = link(count, list({ ...wanted, light, open: true }), { className: count ? light.toLowerCase() : 'zero' });
    one.setAttribute('aria-label', name + ' ' + say(LIGHTS[light]) + ' ' + count);
    return one;
  });
  return element('td', { className: 'duban-lights' }, ...links);
}

/** The colour of a cell: how the worst of it stands, and near its day where the light says so. */
function colour(month) {
  if (!month.worst) return 'none';
  return month.worst === 'ON_TRACK' && month.light === 'YELLOW' ? 'near' : month.worst.toLowerCase();
}

export function cell(name, month, wanted) {
  if (!month.due) return nothing(month);
  const parts = Object.keys(STANDINGS).filter((one) => month.standings[one])
    .map((one) => say(STANDINGS[one]) + ' ' + month.standings[one]);
  const shown = link(month.due, list({ ...wanted, month: month.month, withdrawn: false }));
  return coloured(month, shown, [say('{0}：到期 {1} 项', named(name, month), month.due), ...parts]);
}

/** The sign-offs of one who supports; what is over has no list. */
export function signOffCell(name, month) {
  if (!month.due) return nothing(month);
  const shown = element('b', {}, month.due);
  shown.setAttribute('role', 'img');
  const late = (words, standing) => (month.standings[standing] ? [say(words, month.standings[standing])] : []);
  return coloured(month, shown, [say('{0}：会签到期 {1} 件', named(name, month), month.due),
    ...late('逾期未会签 {0} 件', 'BEHIND'), ...late('逾期会签 {0} 件', 'LATE')]);
}

function numberOf(month) {
  return String(Number(month.month.slice(5)));
}

function named(name, month) {
  return name + ' ' + say('{0}月', numberOf(month));
}

function nothing(month) {
  const empty = element('span', {});
  empty.dataset.month = numberOf(month);
  return element('td', { className: 'cell none' }, empty);
}

function coloured(month, shown, parts) {
  const words = parts.join(', ');
  shown.title = words;
  shown.setAttribute('aria-label', words);
  const behind = month.standings.BEHIND;
  if (behind) shown.append(element('small', {}, say('滞{0}', behind)));
  return element('td', { className: 'cell ' + colour(month) }, shown);
}

export function tiles(figures) {
  return element('ul', { className: 'duban-tiles' }, ...figures.map(({ count, text, href, colour: shade }) =>
    element('li', {}, element('a', { href, className: count ? shade : '' }, element('strong', {}, count), element('span', {}, text)))));
}

export function legend() {
  const one = (shade, text) => element('li', {}, element('i', { className: shade }), text);
  const made = element('ul', { className: 'duban-legend' },
    one('behind', say('滞后图例')), one('near', say('临近到期')), one('on_track', say('正常推进')), one('on_time', say('提前或按期完成')),
    one('late', say('逾期完成')), one('suspended', say('中止计时')),
    element('li', {}, say('格内数字：当月到期的节点数，配合部门为时限在当月的会签件数，颜色按其中最差的一项')));
  made.setAttribute('aria-label', say('图例'));
  return made;
}

export function light(name) {
  return element('span', { className: 'duban-light ' + name.toLowerCase() }, say(LIGHTS[name]));
}

/** Only what is open, and has a day, has a light. */
export function isOpen(milestone) {
  return Boolean(milestone.due) && ['REPORTING', 'SIGN_OFF', 'REVIEW'].includes(milestone.state);
}

export function kind(milestone) {
  return say(KINDS[milestone.kind]);
}
