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
