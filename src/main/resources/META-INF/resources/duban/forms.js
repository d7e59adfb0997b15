// What every task form shows and collects: the project, its commitments, what has been said so far.
// A form loads this module and calls open(camForm) once its variables are there.

import { keep, restore } from './form/draft.js';
import { element, json, suggest, wear } from './form/dom.js';
import { collect, offer, offerFromOthers, prefill, stored, table, target } from './form/figures.js';
import { day, say, time, translate } from './form/words.js';
import { KINDS, LIGHTS, STATES } from './terms.js';

const REPORTS = { FILED: '反馈', CONSOLIDATED: '汇总反馈', RESOLUTION: '异议处理' };
const EXTENSIONS = {
  PENDING_ENDORSEMENT: '待督查室核签', PENDING_DECISION: '待领导审批',
  APPROVED: '已批准', REFUSED: '未获同意', LAPSED: '已失效',
};
const DECISIONS = { AGREE: '同意', OBJECT: '有异议', ACCEPT: '通过', RETURN: '退办', APPROVE: '同意', REFUSE: '不同意' };
const ROLES = { LEAD: '牵头', SUPPORT: '配合', OFFICE: '审核', LEADER: '审批' };
const HOLDERS = { 'supervising-office': '督查室', leader: '领导' };

export async function open(camForm) {
  wear('forms', new URL('forms.css', import.meta.url));
  const form = camForm.formElement[0];
  const place = form.querySelector('.duban-context');
  const actuals = stored(form);
  if (actuals && !actuals.value) actuals.value = '{}';
  translate(form);
  sendOnlyWhatIsAsked(camForm, form);
  try {
    const department = variable(camForm, 'department');
    const facts = await read(camForm, form);
    place.replaceChildren(...context(facts, department, ownTerm(facts, camForm.taskId)));
    collect(form, facts.project);
    restore(camForm, form);
    suggest(form.querySelector('#newDue'), facts.project.reopeningDue);
    if (form.matches('.duban-consolidate')) prefill(form, facts);
    else if (actuals) {
      offerFromOthers(form, await knownElsewhere(facts, department), department);
      offer(form, await lastReport(facts, department));
    }
    keep(camForm, form);
  } catch (failure) {
    place.replaceChildren(element('p', { className: 'duban-failure', role: 'alert' }, failure.message));
  }
}

/** What was fetched to show the task is the program's own, and doesn't come back with what was filled in. */
function sendOnlyWhatIsAsked(camForm, form) {
  const asked = new Set([...form.querySelectorAll('[cam-variable-name]')].map((field) => field.getAttribute('cam-variable-name')));
  camForm.on('submit', () => {
    const { variables } = camForm.variableManager;
    for (const name of Object.keys(variables)) if (!asked.has(name)) delete variables[name];
  });
}

function variable(camForm, name) {
  const known = camForm.variableManager.variable(name);
  return known ? known.value : undefined;
}

async function read(camForm, form) {
  const milestoneId = variable(camForm, 'milestoneId');
  const milestone = milestoneId ? await get('/api/v1/milestones/' + encodeURIComponent(milestoneId)) : null;
  const projectId = milestone ? milestone.project : variable(camForm, 'projectId');
  if (!projectId) throw new Error(say('这项任务没有对应的事项，请联系督查室。'));
  const project = await get('/api/v1/projects/' + encodeURIComponent(projectId));
  const ask = (what) => get('/api/v1/milestones/' + encodeURIComponent(milestoneId) + '/' + what);
  const deciding = form.matches('.duban-extension, [name="giveInstruction"]');
  return {
    milestone, project,
    extensions: deciding ? await ask('extension-requests') : [],
    explanations: form.matches('[name="giveInstruction"]') ? await ask('explanations') : null,
    progress: deciding ? await progress(milestone, project) : null,
  };
}

/** The joint report of the latest round, else the last one of each lead; where nothing is filed yet, of the milestone before. */
async function progress(milestone, project) {
  const latest = ({ reports }) => {
    const filed = reports.filter((one) => one.kind !== 'RESOLUTION');
    const round = Math.max(...filed.map((one) => one.round));
    const last = new Map();
    for (const one of filed) {
      if (one.kind === 'CONSOLIDATED' && one.round === round) return [one];
      last.set(one.department, one);
    }
    return [...last.values()];
  };
  const own = latest(milestone);
  const before = project.milestones.filter((one) => one.due && one.due < milestone.due).pop();
  if (own.length || !before) return { of: milestone, reports: own };
  return { of: before, reports: latest(await get('/api/v1/milestones/' + encodeURIComponent(before.id))) };
}

function get(path) {
  return json(path, (status) => say('未能读取事项资料（{0}），请刷新后再办理。', status));
}

/** What the department reported last: for this milestone, or else for the one before. */
async function lastReport({ milestone, project }, department) {
  const of = (reports) => reports.filter((one) => one.department === department && one.kind !== 'RESOLUTION').pop();
  const before = project.milestones.filter((one) => one.due && one.due < milestone.due).pop();
  return of(milestone.reports)
      || (before && of((await get('/api/v1/milestones/' + encodeURIComponent(before.id))).reports));
}

/** What was reported for other projects that promise the same. */
async function knownElsewhere({ milestone }, department) {
  const known = await get('/api/v1/milestones/' + encodeURIComponent(milestone.id) + '/figures?department=' + encodeURIComponent(department));
  return known.filter((one) => !one.same);
}

// ---- what is shown

function context({ project, milestone, extensions, explanations, progress }, department, term) {
  return [
    element('h4', {}, project.number + '　' + project.title),
    facts(project, milestone, department, term),
    ...askForMore(project, milestone, department),
    ...(milestone && milestone.state === 'SUSPENDED' && extensions.some(pending)
      ? [element('p', { className: 'duban-note', role: 'status' }, say('节点已中止计时，请待督查室恢复计时后再办理延期。'))] : []),
    ...(explanations ? explained(explanations) : []),
    ...section('本次延期申请', extensions.filter(pending).map((one) => extension(project, one))),
    ...section('以往延期申请', extensions.filter((one) => !pending(one)).map((one) => extension(project, one))),
    ...(progress ? [...reached(project, milestone, progress), ...held(milestone)] : []),
    ...section('量化指标', commitments(project.commitments)),
    ...(milestone ? [] : section('节点', milestones(project.milestones))),
    element('details', {}, element('summary', {}, say('公布原文')), element('p', { className: 'duban-text' }, project.text)),
    ...(milestone ? history(project, milestone, Boolean(progress)) : []),
  ];
}

/** What the heads said of the delay and promised, and who has not said anything yet. */
function explained({ given, asked }) {
  const waiting = asked.map((one) => element('span', {},
      element('strong', { className: 'duban-missing' }, one.departmentName + '　' + say('尚未说明')),
      '　' + say(one.passed ? '说明时限 {0}（已过）' : '说明时限 {0}', day(one.due))));
  const said = given.map((one) => element('span', {},
      element('strong', {}, one.departmentName + '　' + say(one.passed ? '承诺 {0} 补救完成（已过）' : '承诺 {0} 补救完成', day(one.recoveryDate))),
      element('small', {}, '　' + [one.byName, time(one.at)].join('　')),
      element('span', { className: 'duban-text' }, one.explanation)));
  const all = [...waiting, ...said];
  return section('负责人的延误说明', all.length ? all : [say('没有要求说明')]);
}

/** How far it has come, as last reported. */
function reached(project, milestone, { of, reports }) {
  const other = of.id === milestone.id ? '' : say('（本节点尚未反馈，以下为 {0} 节点所报）', day(of.due));
  const shown = reports.map((one) => report(project, one));
  return section('目前进展', shown.length ? [...(other ? [other] : []), ...shown] : [say('尚未反馈')]);
}

/** In whose hands it was for how long. */
function held(milestone) {
  const shown = milestone.held.map((one) => element('span', {}, element('strong', {}, one.name),
      '　' + say(ROLES[one.role] || one.role) + '　' + say('{0} 个工作日', one.workingDays)
      + (one.pastDueWorkingDays > 0 ? say('，其中逾期后 {0} 个', one.pastDueWorkingDays) : '')));
  return section('各单位占用天数', shown.length ? shown : [say('尚无')]);
}

/** The day by which this very task is due: its own, or else that of its milestone. */
function ownTerm({ project, milestone }, task) {
  const terms = [...(milestone ? milestone.terms : []), ...project.terms];
  return terms.find((one) => one.task === task) || terms.find((one) => one.term === 'MILESTONE');
}

function facts(project, milestone, department, term) {
  const named = (role) => project.assignments.filter((one) => one.role === role).map((one) => one.name).join('、');
  const own = project.assignments.find((one) => one.department === department);
  const rows = [['本单位', own && own.name]];
  if (term && term.task) rows.unshift(['本件' + term.label, termDay(term)]);
  rows.push(['完成时限', project.deadlinePhrase]);
  if (milestone) {
    rows.push(['节点', say(KINDS[milestone.kind] || milestone.kind)],
        term && term.task ? ['节点到期日', dueDate(milestone)] : ['到期日', dueDate(milestone) + (term ? left(term) : '')],
        ['状态', standing(milestone)],
        ['现在由谁办理', milestone.waitingFor.map((one) => holder(project, one)).join('、')]);
  }
  rows.push(['牵头部门', named('LEAD')], ['配合部门', named('SUPPORT')]);
  const list = element('dl', { className: 'duban-facts' });
  for (const [term, value] of rows) {
    if (value) list.append(element('dt', {}, say(term)), element('dd', {}, value));
  }
  return list;
}

function holder(project, code) {
  if (HOLDERS[code]) return say(HOLDERS[code]);
  const part = project.assignments.find((one) => one.department === code);
  return part ? part.name : code;
}

/** The way to more time, shown to a lead while it can be asked for. */
function askForMore(project, milestone, department) {
  const leads = project.assignments.some((one) => one.department === department && one.role === 'LEAD');
  if (!leads || !milestone || milestone.daysOverdue > 0) return [];
  const link = element('a', { href: '/milestones/extension?id=' + encodeURIComponent(milestone.id), target: '_blank', rel: 'noopener' },
      say('申请延期'));
  return [element('p', {}, link, say('（由本部门负责人在到期前提出）'))];
}

function pending(request) {
  return request.state.startsWith('PENDING');
}

function extension(project, one) {
  const answers = [['督查室核签', one.endorsement], ['领导审批', one.decision]].filter(([, given]) => given)
    .map(([who, given]) => say(who) + '：' + say(DECISIONS[given.decision]) + (given.opinion ? '，' + given.opinion : '') + '（' + given.byName + '）');
  return element('span', {},
      element('strong', {}, say('{0} 延至 {1}', day(one.due), day(one.askedDue))
          + (one.newDue === one.askedDue ? '' : say('，因中止计时顺延为 {0}', day(one.newDue))) + '　' + say(EXTENSIONS[one.state])),
      element('small', {}, '　' + [holder(project, one.department), one.requestedByName, time(one.requestedAt)].join('　')),
      element('span', { className: 'duban-text' }, [one.reason, ...answers].join('\n')));
}

/** Its day with its light and the working days that are left. */
function termDay(term) {
  const light = element('span', { className: 'duban-light duban-' + term.light.toLowerCase() }, say(LIGHTS[term.light]));
  return element('strong', {}, light, day(term.due) + left(term));
}

function left(term) {
  if (term.suspended) return say('（已中止计时）');
  if (term.workingDays === 0) return say('（今天是最后一个工作日）');
  return term.workingDays < 0 ? say('（还有 {0} 个工作日）', -term.workingDays) : say('（已逾期 {0} 个工作日）', term.workingDays);
}

function dueDate(milestone) {
  if (!milestone.due) return say('无固定日期');
  const moved = milestone.originalDue && milestone.originalDue !== milestone.due;
  return day(milestone.due) + (moved ? say('（原定 {0}）', day(milestone.originalDue)) : '');
}

function standing(milestone) {
  const parts = [element('span', { className: 'duban-state' }, say(STATES[milestone.state] || milestone.state))];
  if (LIGHTS[milestone.light]) {
    parts.unshift(element('span', { className: 'duban-light duban-' + milestone.light.toLowerCase() }, say(LIGHTS[milestone.light])));
  }
  if (milestone.daysOverdue > 0) parts.push('　' + say('逾期 {0} 天', milestone.daysOverdue));
  if (milestone.level > 0) parts.push('　' + say('{0}级督办', '一二三'[milestone.level - 1]));
  return element('span', {}, ...parts);
}

function commitments(all) {
  return all.map((one) => one.number + '. ' + one.metric + '　' + target(one));
}

function milestones(all) {
  return all.map((one) => element('span', {}, say(KINDS[one.kind] || one.kind), '　', dueDate(one), '　', standing(one)));
}

/** What was said in this round stands open; earlier rounds, and everything that happened, are folded. */
function history(project, milestone, folded) {
  const { reports, signOffs, reviews } = milestone;
  const returned = reviews.filter((one) => one.decision === 'RETURN').pop();
  const round = Math.max(1, returned ? returned.round + 1 : 0, ...reports.map((one) => one.round));
  const now = said(project, milestone, (one) => one.round === round);
  const before = said(project, milestone, (one) => one.round < round);
  return [
    ...(returned && returned.round === round - 1 ? section('审核退办', [remark(returned, '退办', returned.opinion)]) : []),
    ...(reports.length + signOffs.length ? (folded ? fold : section)('本轮（第 {0} 轮）', now, round) : []),
    ...(before.length ? fold('以往各轮', before) : []),
    trail(milestone),
  ];
}

function said(project, { reports, signOffs, reviews }, wanted) {
  return [
    ...reports.filter(wanted).map((one) => report(project, one)),
    ...signOffs.filter(wanted).map((one) => remark(one, signed(one), one.opinion)),
    ...reviews.filter(wanted).map((one) => remark(one, DECISIONS[one.decision], one.opinion)),
  ];
}

/** A signature that stands from an earlier round says so. */
function signed(one) {
  const decision = DECISIONS[one.decision];
  return one.carriedFrom ? say('{0}（沿用第 {1} 轮）', say(decision), one.carriedFrom) : decision;
}

function report(project, one) {
  const percent = one.percent === null || one.percent === undefined ? '' : say('完成 {0}%', one.percent);
  const shown = remark(one, REPORTS[one.kind], one.narrative, percent);
  shown.append(...table(project, one.actuals));
  return shown;
}

function remark(one, what, words, ...more) {
  const head = [say('第 {0} 轮', one.round), one.departmentName || say('督查室'), say(what), ...more].filter(Boolean).join('　');
  const who = [one.byName || one.by, one.at && time(one.at)];
  return element('div', {}, element('strong', {}, head), element('small', {}, '　' + who.filter(Boolean).join('　')),
      element('span', { className: 'duban-text' }, words || ''));
}

/** Everything that happened, read when somebody wants it. */
function trail(milestone) {
  const place = element('div', { ariaLive: 'polite' }, say('正在读取…'));
  const details = element('details', {}, element('summary', {}, say('办理经过')), place);
  details.addEventListener('toggle', async () => {
    try {
      const steps = await get('/api/v1/milestones/' + encodeURIComponent(milestone.id) + '/trail');
      place.replaceChildren(steps.length ? list(steps.map(step)) : say('暂无记录'));
    } catch (failure) {
      place.replaceChildren(failure.message);
    }
  }, { once: true });
  return details;
}

function step(one) {
  return element('span', {}, element('small', {}, time(one.at) + '　' + (one.whoName || one.who) + '　'),
      element('strong', {}, one.label), one.detail ? '　' + one.detail : '');
}

function section(title, items, ...values) {
  return items.length ? [element('h5', {}, say(title, ...values)), list(items)] : [];
}

function fold(title, items, ...values) {
  return [element('details', {}, element('summary', {}, say(title, ...values)), list(items))];
}

function list(items) {
  return element('ul', {}, ...items.map((item) => element('li', {}, item)));
}
