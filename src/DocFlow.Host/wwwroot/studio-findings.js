// Shows on the canvas what saving and publishing found: the activities concerned are framed and say why, and a list leads to them.
(() => {
  const drawn = "http://www.w3.org/2000/svg";
  const root = new URL("../elsa/api/workflow-definitions", document.baseURI).pathname;
  const home = document.getElementById("studio");
  const kinds = [["error", "处须改正"], ["warning", "处请留意"]];
  const reach = 12; // of the frame beyond the activity
  let editor = null;
  let findings = [];
  let calls = 0;
  let newest = 0;
  let isWaiting = false;

  const panel = document.createElement("section");
  panel.id = "findings";
  panel.hidden = true;
  panel.setAttribute("aria-label", "检查结果");
  const head = panel.appendChild(document.createElement("button"));
  const list = panel.appendChild(document.createElement("ol"));
  head.type = "button";
  head.addEventListener("click", () => open(list.hidden));
  document.body.append(panel);
  open(false);

  function open(isOpen) {
    list.hidden = !isOpen;
    head.setAttribute("aria-expanded", String(isOpen));
  }

  // Studio's own calls tell: what it saved, published or opened.
  const ask = globalThis.fetch;
  globalThis.fetch = async (...call) => {
    follow();
    const number = ++calls;
    const answer = await ask(...call);
    hear(call, answer, number).catch(console.warn);
    return answer;
  };

  async function hear([, how = {}], answer, number) {
    const path = new URL(answer.url).pathname;
    if (!path.startsWith(root) || !editor) return;
    const rest = path.slice(root.length);
    const isChange = how.method === "POST" && /^(\/[^/]+\/publish|\/import)?$/.test(rest);
    if (isChange && (answer.ok || answer.status === 400)) {
      const body = await answer.clone().json();
      // A text that couldn't be read at all says nothing of what is drawn.
      if (answer.ok || body.findings) take(body.findings ?? [], number, !answer.ok);
    } else if (answer.ok && (how.method ?? "GET") === "GET" && /^\/by-(definition-)?id\/[^/]+$/.test(rest)) {
      const { id } = await answer.clone().json();
      const found = await ask(`${root}/by-id/${encodeURIComponent(id)}/findings`, { headers: how.headers });
      if (found.ok) take((await found.json()).findings, number, false);
    }
  }

  function take(found, number, isRefused) {
    if (number <= newest) return;
    newest = number;
    findings = found;
    fill();
    if (isRefused) open(true);
    draw();
  }

  function fill() {
    const counts = kinds.map(([kind, words]) => [findings.filter(({ severity }) => severity === kind).length, words]).filter(([count]) => count > 0);
    head.textContent = counts.map(([count, words]) => `${count} ${words}`).join("，");
    list.replaceChildren(...findings.map((finding) => {
      const line = document.createElement("li");
      const press = line.appendChild(document.createElement("button"));
      press.type = "button";
      press.dataset.severity = finding.severity;
      press.textContent = finding.message;
      press.addEventListener("click", () => lead(finding));
      return line;
    }));
  }

  // The activity itself, or the one on this canvas that holds it.
  function cellOf({ activityNodeId }) {
    for (const id of (activityNodeId ?? "").split(":").reverse()) {
      const cell = id && home.querySelector(`.x6-node[data-cell-id="${CSS.escape(id)}"]`);
      if (cell) return cell;
    }
    return null;
  }

  // Another definition is open: what is still to be answered about the one before counts no more.
  function follow() {
    const shown = home.querySelector("elsa-workflow-definition-editor");
    if (shown === editor) return;
    editor = shown;
    newest = calls;
    findings = [];
    fill();
    open(false);
  }

  function draw() {
    isWaiting = false;
    follow();
    const found = new Map();
    for (const finding of findings) {
      const cell = cellOf(finding);
      if (cell) found.set(cell, [...(found.get(cell) ?? []), finding]);
    }
    for (const mark of home.querySelectorAll(".docflow-finding")) if (!found.has(mark.parentNode)) mark.remove();
    for (const [cell, reasons] of found) mark(cell, reasons);
    const canvas = home.querySelector(".x6-graph");
    panel.hidden = findings.length === 0 || !canvas;
    if (!panel.hidden) place(roomOf(canvas));
  }

  // The canvas goes on below the panel of properties.
  function roomOf(canvas) {
    const [all, pane] = [canvas, canvas.closest(".rz-splitter-pane") ?? canvas].map((element) => element.getBoundingClientRect());
    return { left: Math.max(all.left, pane.left), top: Math.max(all.top, pane.top), right: Math.min(all.right, pane.right), bottom: Math.min(all.bottom, pane.bottom) };
  }

  function place({ left, bottom }) {
    panel.style.left = `${left + reach}px`;
    panel.style.bottom = `${innerHeight - bottom + reach}px`;
  }

  // Redrawn by Studio, an activity loses its mark: it is put back then, and left alone when nothing has changed.
  function mark(cell, reasons) {
    const body = cell.querySelector("foreignObject") ?? cell.querySelector("rect");
    const [width, height] = ["width", "height"].map((name) => Number(body?.getAttribute(name)));
    if (!(width > 0 && height > 0)) return;
    const words = reasons.map(({ message }) => message).join("\n");
    const severity = reasons.some((reason) => reason.severity === "error") ? "error" : "warning";
    const key = `${width} ${height} ${severity} ${words}`;
    const before = cell.querySelector(":scope > .docflow-finding");
    if (before?.dataset.key === key) return;
    const after = part("g", { class: "docflow-finding", "data-severity": severity, "data-key": key });
    after.append(part("rect", { x: -5, y: -5, width: width + 10, height: height + 10, rx: 8 }));
    const badge = part("g", { class: "badge", role: "img", transform: `translate(${width + 2} -2)` });
    badge.append(part("title", {}, words), part("circle", { r: 11 }), part("text", { y: 5 }, "!"));
    after.append(badge);
    if (before) before.replaceWith(after);
    else cell.append(after);
  }

  function part(name, attributes, text) {
    const made = document.createElementNS(drawn, name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    if (text) made.textContent = text;
    return made;
  }

  async function lead(finding) {
    const cell = cellOf(finding);
    if (!cell) return;
    if (!isInside(cell)) {
      home.querySelector('button:has(path[d^="M6,16h12V8"])')?.click();
      for (let look = 0; look < 20 && !isInside(cell); look++) await new Promise((go) => { setTimeout(go, 50); });
    }
    if (isCovered(cell)) open(false);
    press(cell.querySelector("foreignObject") ?? cell);
    const told = cell.querySelector(":scope > .docflow-finding");
    told?.classList.remove("told");
    requestAnimationFrame(() => told?.classList.add("told"));
  }

  function isCovered(cell) {
    const [box, list] = [cell, panel].map((element) => element.getBoundingClientRect());
    return box.left < list.right && box.right > list.left && box.top < list.bottom && box.bottom > list.top;
  }

  function isInside(cell) {
    const [box, room] = [cell.getBoundingClientRect(), roomOf(cell.closest(".x6-graph"))];
    return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  }

  // As a hand does it, so that Studio selects the activity and shows its properties.
  function press(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const where = { bubbles: true, cancelable: true, view: window, button: 0, clientX: left + width / 2, clientY: top + height / 2 };
    for (const type of ["mousedown", "mouseup", "click"]) element.dispatchEvent(new MouseEvent(type, where));
  }

  new MutationObserver(() => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(draw);
  }).observe(home, { childList: true, subtree: true, attributes: true, attributeFilter: ["width", "height"] });
  addEventListener("resize", () => { if (!panel.hidden) draw(); });
})();
