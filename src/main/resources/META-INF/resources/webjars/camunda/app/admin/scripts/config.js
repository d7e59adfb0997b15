import { app, customScripts } from "/duban/webapps.js";

export default { app, customScripts };
