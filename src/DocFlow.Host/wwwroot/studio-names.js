// The package proposes English names for new things, and puts them into boxes, where no phrase is looked for: here they become Chinese.
// Only what the program proposes first, in a dialog: what a person types is left alone.
(() => {
  const names = [[/^Workflow (\d+)$/, "流程$1"], [/^Variable(\d+)$/, "变量$1"], [/^Input(\d+)$/, "输入$1"], [/^Output(\d+)$/, "输出$1"]];
  const seen = new WeakSet();
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");

  // As if it had been typed, so that the package takes it.
  function propose(box, name) {
    if (get.call(box) === name || !box.isConnected) return;
    set.call(box, name);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  Object.defineProperty(HTMLInputElement.prototype, "value", {
    configurable: true,
    enumerable: true,
    get,
    set(text) {
      set.call(this, text);
      const found = names.find(([from]) => from.test(text));
      if (!found || seen.has(this)) return;
      seen.add(this);
      setTimeout(() => { if (this.closest(".mud-dialog")) propose(this, text.replace(...found)); });
    },
  });
})();
