// Writing by hand: strokes of a pen, a finger or the mouse on a canvas, kept here until the page takes them.
globalThis.docflowPen = (() => {
  const nearest = 4; // units: points closer than this to the last one say nothing
  const thinnest = 5; // as the server draws it
  const swelling = 10;
  const areas = new Map();

  const middle = (one, other) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

  function line(state, from, to, point, through) {
    const { pen } = state;
    pen.lineWidth = thinnest + Math.round(point.pressure * swelling);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    if (through) pen.quadraticCurveTo(through.x, through.y, to.x, to.y);
    else pen.lineTo(to.x, to.y);
    pen.stroke();
  }

  // What can be drawn as soon as a stroke's last point is known.
  function drawLast(state, points) {
    const at = points.length - 1;
    const [last, before, first] = [points[at], points[at - 1], points[at - 2]];
    if (at === 0) line(state, last, last, last);
    else if (at === 1) line(state, before, middle(before, last), before);
    else line(state, middle(first, before), middle(before, last), before, before);
  }

  function drawEnd(state, points) {
    const last = points[points.length - 1];
    if (points.length > 1) line(state, middle(points[points.length - 2], last), last, last);
  }

  function drawAll(state) {
    const { canvas, pen, area } = state;
    canvas.width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(canvas.clientHeight * devicePixelRatio));
    pen.setTransform(canvas.width / area.width, 0, 0, canvas.height / area.height, 0, 0);
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#000";
    for (const { points } of state.points ? [...state.strokes, { points: state.points }] : state.strokes) {
      for (let length = 1; length <= points.length; length++) drawLast(state, points.slice(Math.max(0, length - 3), length));
      drawEnd(state, points);
    }
  }

  function pointOf(state, event) {
    const box = state.canvas.getBoundingClientRect();
    const within = (value, most) => Math.round(Math.min(most, Math.max(0, value * most)));
    return {
      x: within((event.clientX - box.left) / box.width, state.area.width),
      y: within((event.clientY - box.top) / box.height, state.area.height),
      pressure: event.pointerType === "pen" && event.pressure > 0 ? Math.round(Math.min(1, event.pressure) * 100) / 100 : 0.5,
    };
  }

  const countOf = (state) => state.strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);

  const isFull = (state) => state.strokes.length >= state.area.mostStrokes || state.count >= state.area.mostPoints;

  const tell = (state) => state.page.invokeMethodAsync("Changed", state.strokes.length, isFull(state)).catch(() => { });

  function begin(state, event) {
    if (state.pointer !== null || event.button > 0 || isFull(state)) return;
    // A hand that rests on the screen while the pen writes is no finger.
    state.hasPen ||= event.pointerType === "pen";
    if (state.hasPen && event.pointerType === "touch") return;
    event.preventDefault();
    state.canvas.setPointerCapture(event.pointerId);
    state.pointer = event.pointerId;
    state.points = [pointOf(state, event)];
    state.count++;
    drawLast(state, state.points);
  }

  function go(state, event) {
    if (event.pointerId !== state.pointer || state.count >= state.area.mostPoints) return;
    const point = pointOf(state, event);
    const last = state.points[state.points.length - 1];
    if (Math.hypot(point.x - last.x, point.y - last.y) < nearest) return;
    state.points.push(point);
    state.count++;
    drawLast(state, state.points);
  }

  function end(state, event) {
    if (event.pointerId !== state.pointer) return;
    drawEnd(state, state.points);
    state.strokes.push({ points: state.points });
    state.pointer = state.points = null;
    tell(state);
  }

  /** @param area its measures in units, and how much may be written. */
  function start(canvas, page, strokes, area) {
    const state = { canvas, page, area, strokes: strokes ?? [], pen: canvas.getContext("2d"), pointer: null, points: null, hasPen: false };
    state.count = countOf(state);
    state.leave = new AbortController();
    const listen = (name, act) => canvas.addEventListener(name, (event) => act(state, event), { signal: state.leave.signal });
    listen("pointerdown", begin);
    listen("pointermove", go);
    listen("pointerup", end);
    listen("pointercancel", end);
    state.size = new ResizeObserver(() => drawAll(state));
    state.size.observe(canvas);
    areas.set(canvas, state);
    tell(state);
  }

  function stop(canvas) {
    const state = areas.get(canvas);
    state?.leave.abort();
    state?.size.disconnect();
    areas.delete(canvas);
  }

  function keep(canvas, left) {
    const state = areas.get(canvas);
    state.strokes = left(state.strokes);
    state.count = countOf(state);
    drawAll(state);
    tell(state);
  }

  const undo = (canvas) => keep(canvas, (strokes) => strokes.slice(0, -1));

  const clear = (canvas) => keep(canvas, () => []);

  const take = (canvas) => ({ strokes: areas.get(canvas).strokes });

  return { start, stop, undo, clear, take };
})();
