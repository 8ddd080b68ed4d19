// Starts the package in Chinese: its satellite resources, and dates and numbers.
Blazor.start({ applicationCulture: "zh-CN" }).catch((error) => globalThis.docflowStudio.fail(error));
