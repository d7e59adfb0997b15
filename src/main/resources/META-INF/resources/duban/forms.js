// What every task form shows and collects: the project, its commitments, what has been said so far.
// A form loads this module and calls open(camForm) once its variables are there.

const OPERATORS = { EQ: '=', GE: '≥', LE: '≤', APPROX: '约' };
const KINDS = { STAGE: '阶段性成效', COMPLETION: '完成', ONGOING: '长期坚持' };
const STATES = {
  PLANNED: '未开始', REPORTING: '反馈中', SIGN_OFF: '会签中', REVIEW: '审核中',
  CLOSED: '已办结', SUSPENDED: '已中止', WITHDRAWN: '已撤销',
};
const LIGHTS = { GREEN: '绿灯', YELLOW: '黄灯', RED: '红灯' };
const REPORTS = { FILED: '反馈', CONSOLIDATED: '汇总反馈', RESOLUTION: '异议处理' };
const EXTENSIONS = {
  PENDING_ENDORSEMENT: '待督查室核签', PENDING_DECISION: '待领导审批',
  APPROVED: '已批准', REFUSED: '未获同意', LAPSED: '已失效',
};
const DECISIONS = { AGREE: '同意', OBJECT: '有异议', ACCEPT: '通过', RETURN: '退办', APPROVE: '同意', REFUSE: '不同意' };

export async function open(camForm) {
  style();
  const form = camForm.formElement[0];
  const place = form.querySelector('.duban-context');
  const actuals = stored(form);
  if (actuals && !actuals.value) actuals.value = '{}';
  try {
    const facts = await read(camForm, form.matches('.duban-extension'));
    place.replaceChildren(...context(facts, variable(camForm, 'department')));
    collectActuals(form, facts);
    if (form.matches('.duban-consolidate')) prefill(form, facts);
  } catch (failure) {
    place.replaceChildren(element('p', { className: 'duban-failure', role: 'alert' }, failure.message));
  }
}

function style() {
  if (document.querySelector('link[data-duban]')) return;
  const link = element('link', { rel: 'stylesheet', href: new URL('forms.css', import.meta.url).href });
  link.dataset.duban = 'forms';
  document.head.append(link);
}

function variable(camForm, name) {
  const known = camForm.variableManager.variable(name);
  return known ? known.value : undefined;
}

async function read(camForm, withExtensions) {
  const milestoneId = variable(camForm, 'milestoneId');
  const milestone = milestoneId ? await get('/api/v1/milestones/' + encodeURIComponent(milestoneId)) : null;
  const projectId = milestone ? milestone.project : variable(camForm, 'projectId');
  if (!projectId) throw new Error('这项任务没有对应的事项，请联系督查室。');
  const extensions = withExtensions
    ? await get('/api/v1/milestones/' + encodeURIComponent(milestoneId) + '/extension-requests') : [];
  return { milestone, extensions, project: await get('/api/v1/projects/' + encodeURIComponent(projectId)) };
}

async function get(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) throw new Error('未能读取事项资料（' + answer.status + '），请刷新后再办理。');
  return answer.json();
}

// ---- what is shown

function context({ project, milestone, extensions }, department) {
  return [
    element('h4', {}, project.number + '　' + project.title),
    facts(project, milestone, department),
    ...askForMore(project, milestone, department),
    ...section('本次延期申请', extensions.filter(pending).map((one) => extension(project, one))),
    ...section('以往延期申请', extensions.filter((one) => !pending(one)).map((one) => extension(project, one))),
    ...section('量化指标', commitments(project.commitments)),
    ...(milestone ? [] : section('节点', milestones(project.milestones))),
    element('details', {}, element('summary', {}, '公布原文'), element('p', { className: 'duban-text' }, project.text)),
    ...(milestone ? history(project, milestone) : []),
  ];
}

function facts(project, milestone, department) {
  const named = (role) => project.assignments.filter((one) => one.role === role).map((one) => one.name).join('、');
  const own = project.assignments.find((one) => one.department === department);
  const rows = [['本单位', own && own.name], ['完成时限', project.deadlinePhrase]];
  if (milestone) {
    rows.push(['节点', KINDS[milestone.kind] || milestone.kind], ['到期日', dueDate(milestone)], ['状态', standing(milestone)]);
  }
  rows.push(['牵头部门', named('LEAD')], ['配合部门', named('SUPPORT')]);
  const list = element('dl', { className: 'duban-facts' });
  for (const [term, value] of rows) {
    if (value) list.append(element('dt', {}, term), element('dd', {}, value));
  }
  return list;
}

/** The way to more time, shown to a lead while it can be asked for. */
function askForMore(project, milestone, department) {
  const leads = project.assignments.some((one) => one.department === department && one.role === 'LEAD');
  if (!leads || !milestone || milestone.daysOverdue > 0) return [];
  const link = element('a', { href: '/milestones/extension?id=' + encodeURIComponent(milestone.id), target: '_blank', rel: 'noopener' },
      '申请延期');
  return [element('p', {}, link, '（由本部门负责人在到期前提出）')];
}

function pending(request) {
  return request.state.startsWith('PENDING');
}

function extension(project, one) {
  const department = project.assignments.find((part) => part.department === one.department);
  const answers = [['督查室核签', one.endorsement], ['领导审批', one.decision]].filter(([, given]) => given)
    .map(([who, given]) => who + '：' + DECISIONS[given.decision] + (given.opinion ? '，' + given.opinion : '') + '（' + given.by + '）');
  return element('span', {},
      element('strong', {}, one.due + ' 延至 ' + one.newDue + '　' + EXTENSIONS[one.state]),
      element('small', {}, '　' + [department ? department.name : one.department, one.requestedBy, officeTime(one.requestedAt)].join('　')),
      element('span', { className: 'duban-text' }, [one.reason, ...answers].join('\n')));
}

function dueDate(milestone) {
  if (!milestone.due) return '无固定日期';
  const moved = milestone.originalDue && milestone.originalDue !== milestone.due;
  return milestone.due + (moved ? '（原定 ' + milestone.originalDue + '）' : '');
}

function standing(milestone) {
  const parts = [element('span', { className: 'duban-state' }, STATES[milestone.state] || milestone.state)];
  if (LIGHTS[milestone.light]) {
    parts.unshift(element('span', { className: 'duban-light duban-' + milestone.light.toLowerCase() }, LIGHTS[milestone.light]));
  }
  if (milestone.daysOverdue > 0) parts.push('　逾期 ' + milestone.daysOverdue + ' 天');
  if (milestone.level > 0) parts.push('　' + '一二三'[milestone.level - 1] + '级督办');
  return element('span', {}, ...parts);
}

function target(commitment) {
  return [OPERATORS[commitment.operator] || commitment.operator, commitment.target, commitment.unit].join(' ').trim();
}

function commitments(all) {
  return all.map((one) => one.number + '. ' + one.metric + '　' + target(one));
}

function milestones(all) {
  return all.map((one) => element('span', {}, KINDS[one.kind] || one.kind, '　', dueDate(one), '　', standing(one)));
}

function history(project, milestone) {
  return [
    ...section('已有反馈', milestone.reports.map((one) => said(one, REPORTS[one.kind], one.narrative,
        one.percent === null || one.percent === undefined ? '' : '完成 ' + one.percent + '%', figures(project, one.actuals)))),
    ...section('会签', milestone.signOffs.map((one) => said(one, DECISIONS[one.decision], one.opinion))),
    ...section('审核', milestone.reviews.map((one) => said(one, DECISIONS[one.decision], one.opinion))),
  ];
}

function said(one, what, words, ...more) {
  const head = ['第 ' + one.round + ' 轮', one.departmentName, what, ...more].filter(Boolean).join('　');
  const who = [one.by, one.at && officeTime(one.at)];
  return element('span', {}, element('strong', {}, head), element('small', {}, '　' + who.filter(Boolean).join('　')),
      element('span', { className: 'duban-text' }, words || ''));
}

/** As the office's clock shows it, wherever the reader's computer stands. */
function officeTime(iso) {
  return iso.slice(0, 16).replace('T', ' ');
}

function figures(project, actuals) {
  return Object.entries(actuals || {}).map(([number, value]) => {
    const commitment = project.commitments.find((one) => String(one.number) === number);
    return commitment ? commitment.metric + ' ' + value + commitment.unit : number + '：' + value;
  }).join('，');
}

function section(title, items) {
  if (!items.length) return [];
  return [element('h5', {}, title), element('ul', {}, ...items.map((item) => element('li', {}, item)))];
}

// ---- what is collected: one number for each commitment, kept as a JSON object in the variable "actuals"

function collectActuals(form, { project }) {
  const place = form.querySelector('.duban-actuals');
  if (!place || !project.commitments.length) return;
  const given = JSON.parse(stored(form).value);
  place.replaceChildren(element('legend', {}, '量化指标完成数'), ...project.commitments.map((one) => {
    const id = 'actual-' + one.number;
    const input = element('input', { id, type: 'number', step: 'any', className: 'form-control' });
    input.dataset.commitment = one.number;
    input.value = given[one.number] ?? '';
    input.addEventListener('input', () => keepActuals(form));
    return element('div', { className: 'form-group' },
        element('label', { htmlFor: id }, one.metric + '（目标 ' + target(one) + '）'), input);
  }));
  place.hidden = false;
  keepActuals(form);
}

function keepActuals(form) {
  const actuals = {};
  for (const input of form.querySelectorAll('[data-commitment]')) {
    if (input.value !== '') actuals[input.dataset.commitment] = Number(input.value);
  }
  stored(form).value = JSON.stringify(actuals);
}

function stored(form) {
  return form.querySelector('[cam-variable-name="actuals"]');
}

// ---- the joint report starts from what the leads filed; where their figures differ, a person decides

function prefill(form, { milestone, project }) {
  const sources = joint(milestone.reports);
  if (!sources.length) return;
  const words = sources.length === 1 ? sources[0].narrative
      : sources.map((one) => one.departmentName + '：' + one.narrative).join('\n');
  suggest(form.querySelector('#narrative'), words);
  agreed(form.querySelector('#percent'), sources.map((one) => [one, one.percent]), '%');
  for (const commitment of project.commitments) {
    agreed(form.querySelector('#actual-' + commitment.number),
        sources.map((one) => [one, (one.actuals || {})[commitment.number]]), commitment.unit);
  }
}

/** The joint report that came back, else the last report of each lead. */
function joint(reports) {
  const returned = reports.filter((one) => one.kind === 'CONSOLIDATED').pop();
  if (returned) return [returned];
  const last = new Map();
  for (const one of reports) if (one.kind === 'FILED') last.set(one.department, one);
  return [...last.values()];
}

function agreed(input, figuresOfLeads, unit) {
  const given = figuresOfLeads.filter(([, value]) => value !== null && value !== undefined);
  if (!input || !given.length) return;
  if (new Set(given.map(([, value]) => Number(value))).size === 1) return suggest(input, given[0][1]);
  const hint = element('p', { className: 'help-block', id: input.id + '-given' },
      '各牵头部门所报：' + given.map(([one, value]) => one.departmentName + ' ' + value + unit).join('，'));
  input.setAttribute('aria-describedby', hint.id);
  input.after(hint);
}

function suggest(input, value) {
  if (input.value !== '') return;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.map((one) => (one instanceof Node ? one : String(one))));
  return made;
}
