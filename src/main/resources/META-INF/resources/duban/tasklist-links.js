// Ways from Tasklist to the pages on which many tasks are done at once, and to the board.
import { english } from './webapps.js';

const LINKS = [
  ['duban-sign-offs', '/sign-offs', english ? 'Sign off many' : '批量会签'],
  ['duban-work', '/work', english ? 'Excel' : 'Excel 填报'],
  ['duban-board-link', '/board', english ? 'Board' : '责任看板'],
  ['duban-substitutions', '/substitutions', english ? 'Absences' : '请假代办'],
];

export default {
  id: 'duban-tasklist-links',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render(place) {
    place.classList.add('duban-links');
    for (const [className, href, text] of LINKS) {
      const link = Object.assign(document.createElement('a'), { className, href, textContent: text });
      place.append(link);
    }
  },
};
