import { app, customScripts, locales } from "/duban/webapps.js";

export default { app, locales, customScripts: [...customScripts, "../../../duban/draft/cockpit.js", "../../../duban/board/cockpit.js"] };
