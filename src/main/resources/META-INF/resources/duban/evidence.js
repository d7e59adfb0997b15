// The files behind a report: a lead department adds and replaces them, everyone concerned reads them in place.
// A form has <div class="duban-evidence"></div>, with data-upload where files may be added, and calls open(camForm).

const API = '/api/v1/';

export async function open(camForm) {
  const place = camForm.formElement[0].querySelector('.duban-evidence');
  const variable = camForm.variableManager.variable('milestoneId');
  if (!place || !variable || !variable.value) return;
  await show(place, variable.value, gate(camForm, place));
}

/**
 * Nothing is completed while a file is on its way: the button waits, and a click that comes through is told why.
 * A form outside Tasklist has no validity of Angular's; there the click alone is held.
 */
function gate(camForm, place) {
  let running = 0;
  const say = (sentence) => {
    const status = place.querySelector('.duban-sending');
    if (status) status.textContent = sentence;
  };
  const mark = () => {
    const checked = camForm.formElement.controller && camForm.formElement.controller('form');
    if (!checked) return;
    checked.$setValidity('uploading', running === 0);
    camForm.formElement.injector().get('$rootScope').$evalAsync();
  };
  camForm.on('submit', () => {
    if (!running) return;
    camForm.submitPrevented = true;
    say('文件还在上传，传完后再点“完成”。');
  });
  window.addEventListener('beforeunload', (leaving) => {
    if (running && place.isConnected) leaving.preventDefault();
  });
  return {
    begin() {
      running++;
      mark();
    },
    sending(name, number, of) {
      say('正在上传 ' + name + (of > 1 ? '（第 ' + number + ' 个，共 ' + of + ' 个）' : '') + '，传完后才能点“完成”……');
    },
    end() {
      running--;
      mark();
    },
  };
}

async function show(place, milestone, gate, told) {
  const path = API + 'milestones/' + encodeURIComponent(milestone) + '/evidence';
  let files;
  try {
    files = await answer(await fetch(path, { credentials: 'same-origin', headers: { Accept: 'application/json' } }));
  } catch (failure) {
    place.replaceChildren(element('p', { className: 'duban-failure', role: 'alert' }, failure.message));
    return;
  }
  const upload = 'upload' in place.dataset;
  if (!upload && !files.length) {
    place.replaceChildren(heading(), element('p', { className: 'duban-quiet' }, '没有佐证材料。'));
    return;
  }
  const frame = element('div', { className: 'duban-view' });
  const again = (outcome) => show(place, milestone, gate, outcome);
  place.replaceChildren(
    heading(),
    element('ul', { className: 'duban-files' }, ...files.map((file) => row(file, frame, upload, gate, again))),
    ...(upload ? [adding(path, gate, again)] : []),
    element('p', { role: 'status', className: 'duban-sending' + (told && told.done ? ' duban-told' : '') }, told ? told.done : ''),
    ...(told && told.failed
      ? [element('p', { role: 'alert', className: 'duban-failure' }, '没有传上去：' + told.failed)] : []),
    frame);
}

function heading() {
  return element('h5', {}, '佐证材料');
}

function row(file, frame, upload, gate, again) {
  const link = API + 'evidence/' + file.id;
  const parts = [
    element('a', { href: link, download: file.name }, file.name),
    ' ' + sized(file.size) + '　' + file.departmentName + '　' + file.at.slice(0, 16).replace('T', ' ') + ' ',
  ];
  if (file.viewable) parts.push(button('查看', '查看 ' + file.name, () => view(file, link + '?view', frame)), ' ');
  if (upload) parts.push(replacing(file, link + '/versions', gate, again));
  if (file.earlier.length) {
    parts.push(element('details', {}, element('summary', {}, '以前的版本（' + file.earlier.length + '）'),
      element('ul', {}, ...file.earlier.map((one) => element('li', {},
        element('a', { href: API + 'evidence/' + one.id, download: one.name }, one.name), ' ' + sized(one.size))))));
  }
  return element('li', {}, ...parts);
}

async function view(file, link, frame) {
  const close = button('收起', '收起 ' + file.name, () => frame.replaceChildren());
  if (file.mediaType !== 'application/pdf') {
    frame.replaceChildren(close, element('img', { src: link, alt: file.name }));
    return;
  }
  const pages = API + 'evidence/' + file.id + '/pages';
  try {
    const { count } = await answer(await fetch(pages, { credentials: 'same-origin' }));
    const shown = Array.from({ length: count }, (_, i) =>
      element('img', { src: pages + '/' + (i + 1), alt: file.name + ' 第 ' + (i + 1) + ' 页', loading: 'lazy' }));
    frame.replaceChildren(close, ...(count ? shown : [element('p', {}, '这个文件不能在页面内显示，请下载查看。')]));
  } catch (failure) {
    frame.replaceChildren(close, element('p', { className: 'duban-failure', role: 'alert' }, failure.message));
  }
}

function adding(path, gate, again) {
  const input = element('input', { type: 'file', multiple: true, id: 'duban-evidence-file', className: 'duban-file' });
  input.addEventListener('change', () => send([...input.files].map((file) => [path, file]), gate, again));
  return element('div', { className: 'form-group' },
    element('label', { htmlFor: input.id }, '上传佐证材料（PDF、图片、Word、Excel、PowerPoint，可多选）'), input);
}

function replacing(file, path, gate, again) {
  const input = element('input', { type: 'file', className: 'duban-unseen', tabIndex: -1 });
  input.setAttribute('aria-label', '选择替换 ' + file.name + ' 的文件');
  input.addEventListener('change', () => send([...input.files].map((one) => [path, one]), gate, again));
  return element('span', {}, button('更换', '更换 ' + file.name, () => input.click()), input);
}

async function send(uploads, gate, again) {
  const done = [];
  const failed = [];
  gate.begin();
  for (const [index, [path, file]] of uploads.entries()) {
    gate.sending(file.name, index + 1, uploads.length);
    const body = new FormData();
    body.append('file', file);
    try {
      await answer(await fetch(path, { method: 'POST', body, credentials: 'same-origin',
        headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() } }));
      done.push('已上传 ' + file.name + '。');
    } catch (failure) {
      failed.push(failure instanceof TypeError ? file.name + '：连接中断，请重新上传。' : failure.message);
    }
  }
  gate.end();
  await again({ done: done.join(' '), failed: failed.join(' ') });
}

function token() {
  const cookie = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/);
  return cookie ? cookie[1] : '';
}

async function answer(response) {
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail || '未能完成（' + response.status + '），请刷新后再试。');
}

function sized(bytes) {
  return bytes < 1024 * 1024 ? Math.max(1, Math.round(bytes / 1024)) + ' KB' : (bytes / 1024 / 1024).toFixed(1) + ' MB';
}

function button(text, name, act) {
  const made = element('button', { type: 'button', className: 'btn btn-default btn-sm' }, text);
  made.setAttribute('aria-label', name);
  made.addEventListener('click', act);
  return made;
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
