import { app, customScripts, locales } from "/duban/webapps.js";

export default {
  app,
  locales,
  customScripts,
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "认领所选任务 claim the selected task" },
    focusFilter: { key: "ctrl+shift+f", description: "跳到任务清单 go to the lists" },
    focusList: { key: "ctrl+alt+l", description: "跳到第一个任务 go to the first task" },
    focusForm: { key: "ctrl+alt+f", description: "跳到表单 go to the form" },
  },
};
