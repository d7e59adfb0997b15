// What the engine's four pages share: our name, our login page in place of theirs, and Chinese.
export const app = { name: "督办 Duban", vendor: " " };
export const customScripts = ["../../../duban/door.js", "../../../duban/chinese.js"];

// The pages speak the browser's language. They ask for the part before the hyphen: zh-CN finds zh, never zh-CN.
export const locales = { availableLocales: ["zh", "en"], fallbackLocale: "zh" };
export const english = (navigator.languages?.[0] ?? navigator.language ?? "").toLowerCase().split("-")[0] === "en";
