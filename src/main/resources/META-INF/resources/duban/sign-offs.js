// A way from Tasklist to the page on which many reports are signed off at once.

export default {
  id: 'duban-sign-offs',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render(place) {
    const link = document.createElement('a');
    link.className = 'duban-sign-offs';
    link.href = '/sign-offs';
    link.textContent = '批量会签';
    place.append(link);
  },
};
