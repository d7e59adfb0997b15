// What the engine's pages say in Chinese beyond their locale files: the page's language, the calendars in which dates
// are chosen, and the few words that are written into the pages themselves.

import { english } from './webapps.js';

const WORDS = {
  Admin: '系统管理', Cockpit: '流程监控', Tasklist: '任务列表', Welcome: '首页',
  CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: '展开或收起导航',
  Actions: '操作', State: '状态', Close: '关闭', previous: '上一页', next: '下一页',
  'Hit policy:': '命中策略：', Unique: '唯一', When: '条件', And: '并且', Then: '结果', Annotations: '说明',
};
const TITLES = {
  'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '还原', 'Toggle this section': '展开或收起',
  HH: '时', MM: '分', SS: '秒', Jonny: '', Prosciutto: '', 'j.prosciutto@acme.org': '',
};
const SAID = '.dropdown-menu li > a, th, .sr-only, .uib-datepicker button i, .dmn-decision-table-container :is(th, .hit-policy) *';
const TITLED = ['title', 'placeholder', 'aria-label'];
const KEY = /^[A-Z]+(_[A-Z]+)+$/;

let waiting = false;
let listening = false;
new MutationObserver(saySoon).observe(document.documentElement, { childList: true, subtree: true });

function saySoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (!english) say();
    sayKeys();
  });
}

if (!english) {
  document.documentElement.lang = 'zh-CN';
  // scripts like this one are loaded before a page's own program starts
  calendars(window.angular);
}

function say() {
  for (const one of document.querySelectorAll(SAID)) {
    const word = WORDS[one.textContent.trim()];
    if (word && !one.children.length) one.textContent = word;
  }
  for (const title of TITLED) {
    for (const one of document.querySelectorAll('[' + title + ']')) {
      const word = TITLES[one.getAttribute(title)];
      if (word !== undefined) one.setAttribute(title, word);
    }
  }
}

/** What a page builds before its words are there shows their keys, and would go on doing so. */
function sayKeys() {
  const injector = window.angular?.element(document.body).injector?.();
  if (!injector?.has('$translate')) return;
  if (!listening) {
    listening = true;
    // nothing else on the page may change any more when the words arrive
    injector.get('$rootScope').$on('$translateChangeSuccess', saySoon);
  }
  const said = (key) => injector.get('$translate').instant(key);
  for (const title of TITLED) {
    for (const one of document.querySelectorAll('[' + title + ']')) {
      if (KEY.test(one.getAttribute(title))) one.setAttribute(title, said(one.getAttribute(title)));
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const key = text.data.trim();
    if (KEY.test(key) && said(key) !== key) text.data = text.data.replace(key, said(key));
  }
}

function calendars(angular) {
  const given = angular.injector(['ngLocale']).get('$locale');
  const months = Array.from({ length: 12 }, (_, month) => month + 1 + '月');
  const days = [...'日一二三四五六'];
  const locale = {
    ...given,
    id: 'zh-cn',
    DATETIME_FORMATS: {
      ...given.DATETIME_FORMATS,
      AMPMS: ['上午', '下午'],
      MONTH: months, STANDALONEMONTH: months, SHORTMONTH: months,
      DAY: days.map((day) => '星期' + day), SHORTDAY: days.map((day) => '周' + day),
      // counted from Monday
      FIRSTDAYOFWEEK: 0,
    },
  };
  angular.module('ngLocale', [], ['$provide', (provide) => provide.value('$locale', locale)])
    .run(['$injector', (injector) => {
      if (injector.has('uibDatepickerConfig')) {
        Object.assign(injector.get('uibDatepickerConfig'), { formatDayTitle: 'yyyy年M月', formatMonthTitle: 'yyyy年' });
      }
    }]);
}

export default [];
