// What pages need of the browser: typing that never waits for the server, moving in lists, and a renamed address.
globalThis.docflow = (() => {
  const settle = 300; // ms after the last key
  const atMost = 1500; // ms after the first key that was not handed over
  const again = 2000; // ms until what wasn't taken is handed over again
  const typing = new Map();

  function startTyping(box, text, page, most) {
    const state = { box, timer: 0, first: 0 };
    const limit = document.getElementById(`${box.id}-limit`);
    // What the server didn't take, because it was away, is handed over again.
    state.send = async () => {
      clearTimeout(state.timer);
      const isTooLong = box.value.length > most;
      limit.hidden = !isTooLong;
      if (isTooLong) return;
      const begun = state.first;
      state.first = 0;
      try {
        await page.invokeMethodAsync("TypedAsync", box.value);
      } catch {
        state.first ||= begun || performance.now();
        state.timer = setTimeout(state.send, again);
      }
    };
    state.onInput = () => {
      const now = performance.now();
      state.first ||= now;
      clearTimeout(state.timer);
      state.timer = setTimeout(state.send, Math.max(0, Math.min(settle, state.first + atMost - now)));
    };
    state.onBlur = () => { if (state.first) state.send(); };
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

  const handOver = () => Promise.all([...typing.values()].filter((state) => state.first).map((state) => state.send()));

  // Who signs out in one tab has signed out in all of them.
  const tabs = new BroadcastChannel("docflow");
  tabs.onmessage = () => location.reload();
  document.addEventListener("submit", (press) => {
    if (press.target.action.endsWith("/sign-out")) sessionStorage.setItem("docflow-leaving", "yes");
  });
  if (sessionStorage.getItem("docflow-leaving") && location.pathname.endsWith("/sign-in")) {
    sessionStorage.removeItem("docflow-leaving");
    tabs.postMessage("signed out");
  }

  const rename = (address) => history.replaceState(history.state, "", new URL(address, document.baseURI));

  // A restarted server knows nothing of this page: open it anew from what was saved, unless words would be lost that it never got.
  const away = document.getElementById("components-reconnect-modal");
  if (away) {
    new MutationObserver(() => {
      if (away.classList.contains("components-reconnect-rejected")) {
        if (![...typing.values()].some((state) => state.first)) location.reload();
      } else if (away.classList.contains("components-reconnect-failed")) {
        setTimeout(async () => {
          try {
            if (!await Blazor.reconnect()) location.reload();
          } catch {
            // Still away: the observer is called again.
          }
        }, again);
      }
    }).observe(away, { attributes: true, attributeFilter: ["class"] });
  }

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

  // A file that the server made, saved under its name.
  async function save(name, stream) {
    const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()]));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  return { startTyping, stopTyping, handOver, rename, save };
})();
