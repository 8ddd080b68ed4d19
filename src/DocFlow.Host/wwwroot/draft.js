// Draws the page again a moment after typing stops, and keeps what was typed in this browser until it is saved.
const source = document.getElementById("source");
const key = `docflow-draft:${location.search}`;
let page = 1;
let timer;

async function post(path) {
  return fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ source: source.value, page }) });
}

async function refresh() {
  const [preview, check] = await Promise.all([post("/api/preview"), post("/api/check")]);
  const { problems, findings } = await check.json();
  const blocking = findings.filter((finding) => finding.severity === "Blocking");
  document.getElementById("findings").textContent =
    [...problems, ...blocking.map((finding) => `${finding.rule} ${finding.message}`)].join(" ") || "未发现须改之处。";
  if (!preview.ok) return;
  const drawn = await preview.json();
  page = drawn.page;
  document.getElementById("where").textContent = `第${drawn.page}页，共${drawn.pages}页`;
  document.getElementById("preview").src = `data:image/png;base64,${drawn.png}`;
}

source.addEventListener("input", () => {
  sessionStorage.setItem(key, source.value);
  clearTimeout(timer);
  timer = setTimeout(refresh, 250);
});
source.form.addEventListener("submit", () => sessionStorage.removeItem(key));
document.getElementById("previous").addEventListener("click", () => { page = Math.max(1, page - 1); refresh(); });
document.getElementById("next").addEventListener("click", () => { page += 1; refresh(); });
const kept = sessionStorage.getItem(key);
if (kept !== null) source.value = kept;
refresh();
