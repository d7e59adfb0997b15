import { app, customScripts } from "/duban/webapps.js";

export default { app, customScripts: [...customScripts, "../../../duban/draft/cockpit.js"] };
