// Beside a process instance: who has the milestone in hand and for how long, what comes next, evidence, what happened.
import { element } from '../form/dom.js';
import { fillIn, isOpen, kind, light, link, quiet, read, section } from './parts.js';
import { names } from './milestones.js';
import { LEVELS, ROLES, STATES, day, say, time } from './words.js';

const API = '/api/v1/milestones/';

export function tab(place, { processInstanceId }) {
  fillIn(place, async () => {
    const variables = await read('/camunda/api/engine/engine/default/process-instance/' + encodeURIComponent(processInstanceId)
      + '/variables?deserializeValues=false');
    if (variables.milestoneId) return ofMilestone(variables.milestoneId.value);
    if (variables.projectId) return ofProject(variables.projectId.value);
    return [quiet(say('这个流程不属于某一个节点。'))];
  });
}

async function ofMilestone(id) {
  const path = API + encodeURIComponent(id);
  const [milestone, ladder, files, trail, holders] = await Promise.all(
    [read(path), read(path + '/ladder'), read(path + '/evidence'), read(path + '/trail'), names()]);
  return [
    element('h3', {}, milestone.number + '、' + milestone.title),
    facts(milestone, holders),
    element('div', { className: 'duban-pair' }, held(milestone), ahead(ladder), evidence(files)),
    happened(trail),
  ];
}

function facts(one, holders) {
  const waiting = one.waitingFor.map((code) => holders.get(code) ?? code).join('、');
  return element('p', {}, ...(isOpen(one) ? [light(one.light), ' '] : []), kind(one), '　', one.due ? day(one.due) : '',
    ...(one.originalDue && one.originalDue !== one.due ? [say('（原定 {0}）', one.originalDue)] : []),
    '　', say(STATES[one.state]),
    ...(one.daysOverdue ? ['　', element('span', { className: 'duban-alert' }, say('逾期 {0} 天', one.daysOverdue))] : []),
    ...(one.level ? ['　', element('span', { className: 'duban-alert' }, say(LEVELS[one.level]))] : []),
    '　', say('现由谁办理') + ' ', element('strong', { className: 'duban-holder' }, waiting || say('目前无人经办')),
    '　', link(say('事项全貌'), '/projects/' + encodeURIComponent(one.project)));
}

function held(milestone) {
  const rows = milestone.held.filter((one) => one.workingDays > 0);
  return section(say('时间在谁手里'), rows.length
    ? element('ul', { className: 'duban-list duban-held' }, ...rows.map((one) => element('li', {},
      element('span', {}, one.name + ' · ' + say(ROLES[one.role])), element('strong', {}, say('{0} 个工作日', one.workingDays)),
      ...(one.pastDueWorkingDays ? [element('span', { className: 'duban-alert' }, say('其中逾期 {0} 个', one.pastDueWorkingDays))] : []))))
    : quiet(say('还没有满一个工作日。')));
}

function ahead(ladder) {
  return section(say('下一步'), ladder.ahead.length
    ? element('ul', { className: 'duban-list duban-ahead' }, ...ladder.ahead.map((one) => element('li', {},
      element('span', {}, day(one.on)), element('strong', {}, one.label), element('span', { className: 'duban-quiet' }, one.text))))
    : quiet(say('没有待执行的催办或督办。')));
}

function evidence(files) {
  return section(say('佐证材料'), files.length
    ? element('ul', { className: 'duban-list' }, ...files.map((file) => element('li', {},
      link(file.name, '/api/v1/evidence/' + file.id + (file.viewable ? '?view' : '')),
      element('span', { className: 'duban-quiet' }, file.departmentName + '　' + time(file.at)))))
    : quiet(say('没有佐证材料。')));
}

function happened(trail) {
  return section(say('办理经过'), element('ul', { className: 'duban-list' }, ...trail.map((one) => element('li', {},
    element('span', { className: 'duban-quiet' }, time(one.at)), element('strong', {}, one.label),
    element('span', {}, one.whoName ?? one.who), element('span', {}, one.detail)))));
}

async function ofProject(id) {
  const project = await read('/api/v1/projects/' + encodeURIComponent(id));
  return [
    element('h3', {}, project.number + '、' + project.title),
    element('p', {}, link(say('事项全貌'), '/projects/' + encodeURIComponent(id))),
    section(say('其中事项的节点'), element('ul', { className: 'duban-list' }, ...project.milestones.map((one) => element('li', {},
      one.due ? link(kind(one) + ' ' + day(one.due), '/milestones/instance?id=' + encodeURIComponent(one.id)) : element('span', {}, kind(one)),
      ...(isOpen(one) ? [light(one.light)] : []), element('span', {}, say(STATES[one.state])))))),
  ];
}
