// The page on which the head of a lead department asks for more time for a milestone.

import { element } from '../draft/dom.js';
import { KINDS } from '../terms.js';

const STATES = {
  PENDING_ENDORSEMENT: '待督查室核签', PENDING_DECISION: '待领导审批',
  APPROVED: '已批准', REFUSED: '未获同意', LAPSED: '已失效',
};
const LIGHTS = { GREEN: '绿灯', YELLOW: '黄灯', RED: '红灯' };
const OPEN = ['REPORTING', 'SIGN_OFF', 'REVIEW'];

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;
const base = meta('duban-base');
const heads = meta('duban-heads').split(' ').filter(Boolean);
const main = document.getElementById('main');

async function call(path, body) {
  const cookie = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]+)/);
  const headers = { Accept: 'application/json', 'X-XSRF-TOKEN': cookie ? cookie[1] : meta('duban-csrf') };
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(base + '/api/v1' + path,
    { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body), credentials: 'same-origin' })
    .catch(() => { throw new Error('暂时连接不上服务器，请稍后再试。'); });
  if (answer.status === 401) throw new Error('登录已过期，请重新登录后再办理。');
  const content = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(content?.detail || '未能办理（' + answer.status + '），请刷新后再试。');
  return content;
}

const path = (id) => '/milestones/' + encodeURIComponent(id);

// ---- which milestone

async function choose() {
  const lists = await Promise.all(heads.map((code) =>
    call('/milestones?size=1000&department=' + encodeURIComponent(code))));
  const rows = new Map(lists.flatMap((list) => list.content)
    .filter((row) => row.due && OPEN.includes(row.state) && row.daysOverdue === 0).map((row) => [row.id, row]));
  main.replaceChildren(element('section', { class: 'card' },
    element('h1', {}, '申请延期'),
    element('p', {}, rows.size ? '请选择需要延期的节点。延期由牵头部门负责人在到期日当天结束前申请。'
      : '没有可以申请延期的节点。延期由牵头部门负责人在到期日当天结束前申请。'),
    element('ul', { class: 'requests' }, [...rows.values()].map((row) => element('li', {},
      element('a', { href: '?id=' + encodeURIComponent(row.id) }, row.number + '、' + row.title),
      ' ' + KINDS[row.kind] + '，' + row.due + ' 到期')))));
}

// ---- one milestone

async function show(id, news) {
  const milestone = await call(path(id));
  const [project, requests] = await Promise.all(
    [call('/projects/' + encodeURIComponent(milestone.project)), call(path(id) + '/extension-requests')]);
  const leads = project.assignments.filter((one) => one.role === 'LEAD');
  const obstacle = obstacleFor(milestone, leads, requests);
  main.replaceChildren(
    element('section', { class: 'card' },
      element('h1', {}, project.number + '、' + project.title),
      facts(milestone, leads),
      news && element('p', { class: 'note', role: 'status' }, news)),
    obstacle ? element('p', { class: 'card' }, obstacle) : form(milestone),
    history(project, requests));
}

function obstacleFor(milestone, leads, requests) {
  if (!leads.some((lead) => heads.includes(lead.department))) return '延期只能由牵头部门的负责人申请。';
  if (!milestone.due) return '长期坚持没有到期日，不能申请延期；请就具体一期报告申请。';
  if (milestone.state === 'SUSPENDED') return '节点已中止计时，请待督查室恢复计时后再办理延期。';
  if (!OPEN.includes(milestone.state)) return '节点不在办理中，不能申请延期。';
  if (milestone.daysOverdue > 0) return '节点已于 ' + milestone.due + ' 到期，延期须在到期前申请，现按逾期处理。';
  if (requests.some((one) => one.state.startsWith('PENDING'))) return '已有一件延期申请尚未答复。';
  return null;
}

function facts(milestone, leads) {
  const moved = milestone.due !== milestone.originalDue;
  const rows = [
    ['节点', KINDS[milestone.kind]],
    ['到期日', (milestone.due || '无固定日期') + (moved ? '（原定 ' + milestone.originalDue + '）' : '')],
    ['状态', element('span', { class: 'light ' + milestone.light }, LIGHTS[milestone.light])],
    ['牵头部门', leads.map((one) => one.name).join('、')],
  ];
  return element('dl', { class: 'facts' },
    rows.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]));
}

function form(milestone) {
  const day = element('input', { type: 'date', id: 'newDue', required: true });
  const reason = element('textarea', { id: 'reason', rows: 5, maxLength: 2000, required: true });
  const trouble = element('div', { role: 'alert' });
  const button = element('button', { type: 'submit', class: 'first' }, '提交申请');
  return element('form', { class: 'card', onsubmit: send },
    element('label', { htmlFor: 'newDue' }, '申请延至（晚于 ' + milestone.due + '）'), day,
    element('label', { htmlFor: 'reason' }, '延期理由'), reason,
    element('p', { class: 'small' }, '申请先由督查室核签，再报领导审批。批准前期限不变，逾期照常督办；原定期限始终保留。'),
    trouble, element('div', { class: 'buttons' }, button));

  async function send(event) {
    event.preventDefault();
    trouble.replaceChildren();
    button.disabled = true;
    try {
      await call(path(milestone.id) + '/extension-requests', { newDue: day.value, reason: reason.value });
      await show(milestone.id, '延期申请已提交，待督查室核签。批准前期限仍为 ' + milestone.due + '。');
    } catch (failure) {
      trouble.append(element('p', { class: 'alert' }, failure.message));
      button.disabled = false;
    }
  }
}

function history(project, requests) {
  if (!requests.length) return '';
  const name = (code) => project.assignments.find((one) => one.department === code)?.name || code;
  return element('section', { class: 'card', 'aria-labelledby': 'requests' },
    element('h2', { id: 'requests' }, '延期申请'),
    element('ul', { class: 'requests' }, [...requests].reverse().map((one) => element('li', {},
      element('strong', {}, one.due + ' 延至 ' + one.askedDue
        + (one.newDue === one.askedDue ? '' : '，因中止计时顺延为 ' + one.newDue) + '　' + STATES[one.state]),
      element('div', { class: 'small' }, name(one.department) + '　' + one.requestedByName + '　' + time(one.requestedAt)),
      element('div', { class: 'words' }, one.reason),
      answer('督查室核签', one.endorsement), answer('领导审批', one.decision)))));
}

function answer(who, given) {
  return given && element('div', { class: 'words' },
    who + '：' + (given.decision === 'APPROVE' ? '同意' : '不同意') + (given.opinion ? '，' + given.opinion : ''));
}

/** As the office's clock shows it, wherever the reader's computer stands. */
function time(iso) {
  return iso.slice(0, 16).replace('T', ' ');
}

const id = new URLSearchParams(location.search).get('id');
try {
  await (id ? show(id) : choose());
} catch (failure) {
  main.replaceChildren(element('p', { class: 'card alert', role: 'alert' }, failure.message));
}
