// Figures of commitments: what was promised, what was reached, and how the two compare.
import { element, suggest } from './dom.js';
import { day, say } from './words.js';

const OPERATORS = { EQ: '=', GE: '≥', LE: '≤', APPROX: '约' };

export function target(commitment) {
  return [OPERATORS[commitment.operator] || commitment.operator, commitment.target, commitment.unit].join(' ').trim();
}

/** The figures of a report beside what was promised. */
export function table(project, actuals) {
  const rows = project.commitments.filter((one) => given(actuals, one) !== undefined);
  if (!rows.length) return [];
  const head = ['指标', '目标', '实际', '对照'].map((title) => element('th', { scope: 'col' }, say(title)));
  return [element('table', { className: 'duban-figures' },
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows.map((one) => element('tr', {},
          ...[one.metric, target(one), given(actuals, one) + ' ' + one.unit, compared(one, given(actuals, one))]
              .map((text) => element('td', {}, text))))))];
}

function given(actuals, commitment) {
  return (actuals || {})[commitment.number] ?? undefined;
}

function compared(commitment, value) {
  if (value === '' || !Number(commitment.target)) return '';
  if (commitment.operator === 'LE') return say(Number(value) <= commitment.target ? '未超过目标' : '超过目标');
  return say('达到目标的 {0}%', Math.round(value / commitment.target * 1000) / 10);
}

// ---- what is collected: one number for each commitment, kept as a JSON object in the variable "actuals"

export function stored(form) {
  return form.querySelector('[cam-variable-name="actuals"]');
}

export function collect(form, project) {
  const place = form.querySelector('.duban-actuals');
  if (!place || !project.commitments.length) return;
  const known = JSON.parse(stored(form).value);
  place.replaceChildren(element('legend', {}, say('量化指标完成数')),
      ...project.commitments.map((one) => question(form, one, known[one.number] ?? '')));
  place.hidden = false;
  keepActuals(form);
}

function question(form, commitment, value) {
  const id = 'actual-' + commitment.number;
  const input = element('input', { id, type: 'number', step: 'any', className: 'form-control', value });
  input.dataset.commitment = commitment.number;
  const comparison = element('output', { id: id + '-compared', className: 'help-block', htmlFor: id }, compared(commitment, value));
  input.setAttribute('aria-describedby', comparison.id);
  input.addEventListener('input', () => {
    comparison.textContent = compared(commitment, input.value);
    keepActuals(form);
  });
  return element('div', { className: 'form-group' },
      element('label', { htmlFor: id }, commitment.metric + say('（目标 {0}）', target(commitment))),
      element('div', { className: 'duban-measured' }, input, element('span', {}, commitment.unit)), comparison);
}

function keepActuals(form) {
  const actuals = {};
  for (const input of form.querySelectorAll('[data-commitment]')) {
    if (input.value !== '') actuals[input.dataset.commitment] = Number(input.value);
  }
  stored(form).value = JSON.stringify(actuals);
}

// ---- what is offered

/** A button that fills in what the same department reported last; what was typed already stays. */
export function offer(form, report) {
  if (!report) return;
  const button = element('button', { type: 'button', className: 'btn btn-default duban-offer' },
      say('填入上次所报（{0}，{1}）', day(report.at), say('完成 {0}%', report.percent)));
  button.addEventListener('click', () => {
    suggest(form.querySelector('#narrative'), report.narrative);
    suggest(form.querySelector('#percent'), report.percent);
    for (const [number, value] of Object.entries(report.actuals || {})) {
      suggest(form.querySelector('#actual-' + CSS.escape(number)), value);
    }
  });
  form.querySelector('.form-group').before(button);
}

/** A button for each other project that promises the same: its figures are counted once and used twice. */
export function offerFromOthers(form, known, department) {
  for (const project of new Set(known.map((one) => one.project))) {
    const its = known.filter((one) => one.project === project);
    const [first] = its;
    const button = element('button', { type: 'button', className: 'btn btn-default duban-offer duban-offer-same' },
        say('填入“{0}”所报的 {1} 项相同指标（{2}，{3}）', project, its.length, first.departmentName, day(first.at)));
    button.addEventListener('click', () => {
      for (const one of its) suggest(form.querySelector('#actual-' + one.commitment), one.value);
      if (first.department !== department) return;
      suggest(form.querySelector('#narrative'), first.narrative);
      suggest(form.querySelector('#percent'), first.percent);
    });
    form.querySelector('.form-group').before(button);
  }
}

/** The joint report starts from what the leads filed; where their figures differ, a person decides. */
export function prefill(form, { milestone, project }) {
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
  const all = figuresOfLeads.filter(([, value]) => value !== null && value !== undefined);
  if (!input || !all.length) return;
  if (new Set(all.map(([, value]) => Number(value))).size === 1) return suggest(input, all[0][1]);
  const hint = element('p', { className: 'help-block', id: input.id + '-given' },
      say('各牵头部门所报：') + all.map(([one, value]) => one.departmentName + ' ' + value + unit).join('，'));
  input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), hint.id].filter(Boolean).join(' '));
  (input.closest('.duban-measured') || input).after(hint);
}
