import { app, customScripts, english, locales } from "/duban/webapps.js";

export default {
  app,
  locales,
  customScripts: [...customScripts, "../../../duban/tasklist-links.js"],
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: english ? "Claim the selected task" : "认领所选任务" },
    focusFilter: { key: "ctrl+shift+f", description: english ? "Go to the lists" : "跳到任务清单" },
    focusList: { key: "ctrl+alt+l", description: english ? "Go to the first task" : "跳到第一个任务" },
    focusForm: { key: "ctrl+alt+f", description: english ? "Go to the form" : "跳到表单" },
  },
};
