// Around the frame: hands the token over, renews it before it ends, and follows where the designer goes.
const soonAgain = 500; // ms until a press is handed over again
const again = 5000; // ms until the server, which was away, is asked again
const soon = 60000; // ms in which the page isn't opened anew twice
const share = 0.7; // of a token's life, after which it is renewed

// Opened anew, the page leads to signing in and back by itself, if the session has ended; when it has just been opened anew, the account itself has changed.
function signInAgain() {
  const last = Number(sessionStorage.getItem("docflow-again") ?? 0);
  sessionStorage.setItem("docflow-again", String(Date.now()));
  if (Date.now() - last > soon) location.reload();
  else location.assign(new URL(`sign-in?returnUrl=${encodeURIComponent(location.pathname)}`, document.baseURI));
}

export function open(frame, page, place) {
  let wanted = place;
  let timer = 0;
  let isClosed = false;

  const say = (message) => frame.contentWindow?.postMessage({ docflow: "studio", ...message }, location.origin);

  async function handOver() {
    clearTimeout(timer);
    let pause = again;
    try {
      const token = await page.invokeMethodAsync("TokenAsync");
      if (token && !isClosed) {
        say({ what: "token", token: token.accessToken, mayEndRuns: token.mayEndRuns });
        pause = Math.max(again, token.secondsLeft * share * 1000);
      }
    } catch {
      // The circuit is away for a moment: the next try may do.
    }
    if (!isClosed) timer = setTimeout(handOver, pause);
  }

  // A press in the designer is not lost because the connection is away for a moment.
  async function follow(at) {
    while (!isClosed) {
      try {
        return await page.invokeMethodAsync("GoAsync", at);
      } catch {
        await new Promise((go) => { setTimeout(go, soonAgain); });
      }
    }
    return true;
  }

  async function onMessage(message) {
    if (message.origin !== location.origin || message.source !== frame.contentWindow || message.data?.docflow !== "studio") return;
    const { what, place: at } = message.data;
    if (what === "ready") {
      await handOver();
      // After a run Studio opened the instance by itself.
      if (at !== wanted && !(await follow(at))) say({ what: "show", place: wanted });
    } else if (what === "go") {
      await follow(at);
    } else if (what === "ended" && !isClosed) {
      isClosed = true;
      signInAgain();
    }
  }

  addEventListener("message", onMessage);
  frame.src = new URL(`studio/${place}`, document.baseURI).href;
  return {
    show(next) {
      wanted = next;
      say({ what: "show", place: next });
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      removeEventListener("message", onMessage);
    },
  };
}
