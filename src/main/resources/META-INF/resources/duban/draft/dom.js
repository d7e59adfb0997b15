// Makes elements: element('p', { class: 'note', 'aria-live': 'polite', onclick: act }, 'text', child)

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key in made && key !== 'list' && !key.startsWith('aria') && key !== 'role') made[key === 'class' ? 'className' : key] = value;
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

let pointer = '';

/** Tells what the pointer is moved to. What only scrolls past a pointer at rest doesn't count. */
export function whenPointed(area, onTarget, onLeave) {
  area.addEventListener('mousemove', (event) => {
    const now = event.screenX + ' ' + event.screenY;
    if (now === pointer) return;
    pointer = now;
    onTarget(event.target);
  });
  area.addEventListener('mouseleave', onLeave);
}
