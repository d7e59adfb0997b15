// The board inside Cockpit: a card on the dashboard, the lists behind its figures, a tab beside each process, and the
// ledger in the navigation.
import { card } from './card.js';
import { milestones } from './milestones.js';
import { tab } from './tab.js';
import { say } from './words.js';

function entry(id, text, href) {
  return {
    id,
    pluginPoint: 'cockpit.navigation',
    priority: 0,
    render(place) {
      const link = document.createElement('a');
      link.className = id;
      link.href = href;
      link.textContent = say(text);
      place.append(link);
    },
  };
}

export default [
  { id: 'duban-board', pluginPoint: 'cockpit.dashboard', priority: 100, render: card },
  {
    id: 'duban-milestones', pluginPoint: 'cockpit.route', priority: 0, properties: { path: '/duban/milestones' },
    render: milestones,
  },
  {
    id: 'duban-responsibility', pluginPoint: 'cockpit.processInstance.runtime.tab', priority: 99,
    properties: { label: say('责任与进度') }, render: tab,
  },
  entry('duban-board-link', '责任看板', '/board'),
  entry('duban-ledger', '台账', '/api/v1/ledger.xlsx'),
  entry('duban-scores', '考核', '/scores'),
  entry('duban-bulletins', '通报', '/bulletins'),
];
