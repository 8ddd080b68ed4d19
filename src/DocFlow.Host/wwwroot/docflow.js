// What pages need of the browser: typing that never waits for the server, moving in lists, and a renamed address.
globalThis.docflow = (() => {
  const settle = 300; // ms after the last key
  const atMost = 1500; // ms after the first key that was not handed over
  const typing = new Map();

  function startTyping(box, text, page, most) {
    const state = { box, timer: 0, first: 0 };
    const limit = document.getElementById(`${box.id}-limit`);
    const send = () => {
      clearTimeout(state.timer);
      state.first = 0;
      const isTooLong = box.value.length > most;
      limit.hidden = !isTooLong;
      if (!isTooLong) page.invokeMethodAsync("TypedAsync", box.value);
    };
    state.onInput = () => {
      const now = performance.now();
      state.first ||= now;
      clearTimeout(state.timer);
      state.timer = setTimeout(send, Math.max(0, Math.min(settle, state.first + atMost - now)));
    };
    state.onBlur = () => { if (state.first) send(); };
    box.value = text;
    box.readOnly = false; // until now a key could have been lost
    box.addEventListener("input", state.onInput);
    box.addEventListener("blur", state.onBlur);
    typing.set(box.id, state);
  }

  function stopTyping(id) {
    const state = typing.get(id);
    if (!state) return;
    clearTimeout(state.timer);
    state.box.removeEventListener("input", state.onInput);
    state.box.removeEventListener("blur", state.onBlur);
    typing.delete(id);
  }

  const rename = (address) => history.replaceState(history.state, "", new URL(address, document.baseURI));

  document.addEventListener("keydown", (press) => {
    if (press.key !== "ArrowDown" && press.key !== "ArrowUp") return;
    const table = document.querySelector("table[data-rows]");
    const row = document.activeElement?.closest?.("table[data-rows] tbody tr");
    if (!table || (!row && document.activeElement !== document.body && document.activeElement?.tagName !== "H1")) return;
    const links = [...table.querySelectorAll("tbody a")];
    const at = row ? links.indexOf(row.querySelector("a")) : -1;
    const next = links[press.key === "ArrowDown" ? at + 1 : Math.max(0, at - 1)];
    if (next) { next.focus(); press.preventDefault(); }
  });

  return { startTyping, stopTyping, rename };
})();
