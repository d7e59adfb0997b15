// What the engine's four pages share: our name, and our login page in place of theirs.
export const app = { name: "督办 Duban", vendor: " " };
export const customScripts = ["../../../duban/door.js"];

// The pages speak the browser's language. They ask for the part before the hyphen: zh-CN finds zh, never zh-CN.
export const locales = { availableLocales: ["zh", "en"], fallbackLocale: "zh" };
