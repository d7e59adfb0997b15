export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.map((one) => (one instanceof Node ? one : String(one))));
  return made;
}

/** Fills a field as if it had been typed, so that the page's own checks take notice. */
export function fill(input, value) {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The same, but what stands there already stays. */
export function suggest(input, value) {
  if (input && !input.disabled && input.value === '') fill(input, value);
}

/** What the program answers; an error with the sentence for its status when it doesn't. */
export async function json(path, sentence) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(sentence(answer.status));
  return answer.json();
}

/** Puts a style sheet of ours into a page of the engine's, once. */
export function wear(name, address) {
  if (document.querySelector('link[data-duban="' + name + '"]')) return;
  const link = element('link', { rel: 'stylesheet', href: address.href });
  link.dataset.duban = name;
  document.head.append(link);
}
