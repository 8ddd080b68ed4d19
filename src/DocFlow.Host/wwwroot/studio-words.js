globalThis.docflowWords = {};
