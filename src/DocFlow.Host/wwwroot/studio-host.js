// Around the frame: hands the token over, renews it before it ends, and follows where the designer goes.
const again = 5000; // ms until the server, which was away, is asked again
const share = 0.7; // of a token's life, after which it is renewed

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
        say({ what: "token", token: token.accessToken });
        pause = Math.max(again, token.secondsLeft * share * 1000);
      }
    } catch {
      // The circuit is away for a moment: the next try may do.
    }
    if (!isClosed) timer = setTimeout(handOver, pause);
  }

  async function onMessage(message) {
    if (message.origin !== location.origin || message.source !== frame.contentWindow || message.data?.docflow !== "studio") return;
    const { what, place: at } = message.data;
    if (what === "ready") {
      await handOver();
      // After a run Studio opened the instance by itself.
      if (at !== wanted && !(await page.invokeMethodAsync("GoAsync", at))) say({ what: "show", place: wanted });
    } else if (what === "go") {
      await page.invokeMethodAsync("GoAsync", at);
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
