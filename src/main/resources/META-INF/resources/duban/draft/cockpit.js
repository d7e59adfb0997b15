// A way from Cockpit, where the office works, to the page where it drafts lists. Whoever may not draft isn't shown it.

export default {
  id: 'duban-draft',
  pluginPoint: 'cockpit.navigation',
  priority: 0,
  render(place) {
    const link = document.createElement('a');
    link.className = 'duban-draft';
    link.href = '/programmes/new';
    link.textContent = '起草清单';
    link.hidden = true;
    place.append(link);
    fetch('/api/v1/drafts', { method: 'HEAD', credentials: 'same-origin' }).then((answer) => { link.hidden = !answer.ok; });
  },
};
