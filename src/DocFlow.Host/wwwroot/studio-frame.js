// Inside the frame: shows one of the package's elements with the token that the page around it hands over.
globalThis.docflowStudio = (() => {
  const opening = document.getElementById("opening");
  const home = document.getElementById("studio");
  const patience = 15000; // ms until somebody who opened this address by itself is told the way
  let place = document.documentElement.dataset.place;
  let provider = null;
  let token = null;
  let shown = null;
  let turn = Promise.resolve();

  // Monaco's own Chinese, and the culture that the package reads at its start.
  require["vs/nls"] = { availableLanguages: { "*": "zh-cn" } };
  localStorage.setItem("BlazorCulture", "zh-CN");

  const tell = (words) => { opening.textContent = words; };
  const fail = (error) => {
    console.error(error);
    tell("流程设计器没能打开，请刷新页面再试；仍打不开时请告诉系统管理员。");
  };
  const after = (time) => new Promise((go) => { setTimeout(go, time); });
  const say = (message) => parent.postMessage({ docflow: "studio", ...message }, location.origin);
  const go = (kind) => (id) => say({ what: "go", place: `${kind}/${encodeURIComponent(id)}` });

  // Who was signed out meanwhile, or whose password was changed, is led to sign in by the page around it.
  const ask = globalThis.fetch;
  globalThis.fetch = async (...call) => {
    const answer = await ask(...call);
    if (answer.status === 401 && new URL(answer.url).pathname.includes("/elsa/")) say({ what: "ended" });
    return answer;
  };

  // An attribute would be read as text: these are functions.
  const elements = {
    "definitions": () => Object.assign(document.createElement("elsa-workflow-definition-list"), { editWorkflowDefinition: go("definitions") }),
    "definitions/": (id) => withId("elsa-workflow-definition-editor", "definition-id", id),
    "instances": () => Object.assign(document.createElement("elsa-workflow-instance-list"), { viewWorkflowInstance: go("instances") }),
    "instances/": (id) => Object.assign(withId("elsa-workflow-instance-viewer", "instance-id", id), { editWorkflowDefinition: go("definitions") }),
  };

  function withId(name, attribute, id) {
    const element = document.createElement(name);
    element.setAttribute(attribute, id);
    return element;
  }

  function show(next) {
    place = next;
    turn = turn.then(() => showNow(next)).catch(fail);
  }

  async function showNow(next) {
    const [kind, id] = next.split("/");
    const make = elements[id ? `${kind}/` : kind];
    if (!make || next !== place) return;
    // A property that is set before the package has defined the element would never reach it.
    await customElements.whenDefined("elsa-workflow-instance-viewer");
    if (shown) await leave(shown);
    if (next !== place) return;
    shown = withCredentials(make(id && decodeURIComponent(id)));
    home.replaceChildren(provider, shown);
  }

  // The package ends an element a second after it left the page; two that live at once quarrel over pop-ups.
  async function leave(element) {
    shown = null;
    element.remove();
    await after(1050);
    for (let look = 0; look < 200 && element.hasChildNodes(); look++) await after(50);
  }

  // On the shown element as well: it may come to life before its provider.
  function withCredentials(element) {
    element.setAttribute("remote-endpoint", new URL("../elsa/api", document.baseURI).href);
    element.setAttribute("access-token", token);
    return element;
  }

  // The package keeps the credentials of the provider that came last: a new token needs a new provider.
  function take(next, mayEndRuns) {
    token = next;
    document.documentElement.toggleAttribute("data-may-end-runs", mayEndRuns);
    const before = provider;
    // On a slow computer the element may come to life only now, and would bring the token that has ended.
    shown?.setAttribute("access-token", token);
    provider = withCredentials(document.createElement("elsa-backend-provider"));
    if (before) before.replaceWith(provider);
    else show(place);
  }

  addEventListener("message", (message) => {
    if (message.origin !== location.origin || message.source !== parent || message.data?.docflow !== "studio") return;
    if (message.data.what === "token") take(message.data.token, message.data.mayEndRuns);
    else if (message.data.what === "show" && message.data.place !== place) {
      if (provider) show(message.data.place);
      else place = message.data.place;
    }
  });

  const alone = "请从“流程设计”或“流程实例”进入流程设计器。";
  if (parent === window) tell(alone);
  else {
    setTimeout(() => { if (!provider) tell(alone); }, patience);
    say({ what: "ready", place });
  }

  return { fail };
})();
