// What was typed and not sent is kept in this browser, task by task, until it is sent or cleared: it outlives the
// browser being closed, and never leaves the computer.
import { element, fill } from './dom.js';
import { say } from './words.js';

const PREFIX = 'duban.draft.';
const KEPT_DAYS = 90;

/** Brings back what was typed before, and says so. */
export function restore(camForm, form) {
  forgetOld();
  const values = read(PREFIX + camForm.taskId)?.values;
  if (!values) return;
  for (const field of fields(form)) {
    if (values[nameOf(field)] !== undefined) fill(field, values[nameOf(field)]);
  }
  const clear = element('button', { type: 'button', className: 'btn btn-link' }, say('清除'));
  const note = element('p', { className: 'duban-note', role: 'status' },
      say('已恢复上次未提交的内容，只保存在这台电脑的浏览器里。'), clear);
  clear.addEventListener('click', () => {
    fields(form).forEach((field) => fill(field, ''));
    localStorage.removeItem(PREFIX + camForm.taskId);
    note.remove();
  });
  form.querySelector('.duban-context').after(note);
}

/** Keeps what is typed from now on. */
export function keep(camForm, form) {
  const key = PREFIX + camForm.taskId;
  const save = () => {
    const values = {};
    for (const field of fields(form)) if (field.value !== '') values[nameOf(field)] = field.value;
    if (Object.keys(values).length) localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
    else localStorage.removeItem(key);
  };
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  camForm.on('submit-success', () => {
    form.removeEventListener('input', save);
    form.removeEventListener('change', save);
    localStorage.removeItem(key);
  });
}

function fields(form) {
  return [...form.querySelectorAll('[data-commitment], [cam-variable-name]:not([type=hidden])')];
}

function nameOf(field) {
  return field.dataset.commitment ? 'actual-' + field.dataset.commitment : field.getAttribute('cam-variable-name');
}

/** Tasks that somebody else completed leave their drafts behind. */
function forgetOld() {
  const oldest = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && !(read(key)?.at > oldest)) localStorage.removeItem(key);
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
