// Written by `npm run bundle` from src/coverage/report/html/page.
(() => {
  // src/coverage/report/html/page/content.ts
  function found(element2) {
    if (element2 === null) throw new Error("an element of the page is missing");
    return element2;
  }
  function at(values, index) {
    const value = values[index];
    if (value === void 0) throw new Error(`the data of the page has no entry ${String(index)}`);
    return value;
  }
  var data = JSON.parse(found(document.querySelector("#data")).textContent);
  var filter = found(document.querySelector("#kind"));
  function outlookOf({ a, r }) {
    return data.outlooks[at(at(data.places, a), r)];
  }
  function kindsAt(place) {
    const shown = filter.value === "" ? data.kinds.map((_, k) => k) : [Number(filter.value)];
    const states = outlookOf(place)?.states ?? [];
    return shown.filter((k) => (states[k] ?? -1) >= 0);
  }
  function accountName(a) {
    const { id, name } = at(data.accounts, a);
    return name === "" ? id : `${name} ${id}`;
  }
  function element(tag, properties, ...children) {
    const created = Object.assign(document.createElement(tag), properties);
    created.append(...children);
    return created;
  }

  // src/coverage/report/html/page/data.ts
  var worstFirst = ["critical", "high", "medium", "low", "info"];
  var signs = {
    critical: "✖",
    high: "▲",
    medium: "◆",
    low: "●",
    info: "○"
  };

  // src/coverage/report/html/page/map.ts
  var map = found(document.querySelector("#map"));
  function stateOf(place) {
    const kinds = kindsAt(place);
    const gaps = kinds.filter((k) => outlookOf(place)?.states[k] === 0);
    const severities = gaps.map((k) => at(data.kinds, k).severity);
    const worst = worstFirst.find((severity) => severities.includes(severity));
    return { kinds: kinds.length, gaps: gaps.length, worst };
  }
  function describe({ kinds, gaps, worst }) {
    if (worst !== void 0) {
      return `${String(gaps)} of ${String(kinds)} kinds would not arrive, worst ${worst}`;
    }
    if (kinds === 0) return "none expected";
    return `covered, ${String(kinds)} ${kinds === 1 ? "kind" : "kinds"}`;
  }
  function cellOf(event) {
    return event.target instanceof Element ? event.target.closest("td") : null;
  }
  function placeOf({ dataset }) {
    return { a: Number(dataset["a"]), r: Number(dataset["r"]) };
  }
  function cellAt({ a, r }) {
    return map.querySelector(`td[data-a="${String(a)}"][data-r="${String(r)}"]`);
  }
  function paint(cell) {
    const place = placeOf(cell);
    const state = stateOf(place);
    const { kinds, gaps, worst } = state;
    cell.className = worst ?? (kinds > 0 ? "covered" : "");
    const covered = kinds > 0 ? "✓" : "·";
    cell.textContent = worst ? signs[worst] + (kinds > 1 ? String(gaps) : "") : covered;
    const label = `${accountName(place.a)}, ${at(data.regions, place.r)}: ${describe(state)}`;
    cell.setAttribute("aria-label", label);
    cell.title = label;
  }
  function paintMap() {
    map.querySelectorAll("td").forEach(paint);
  }
  function focusCell(place) {
    const cell = cellAt(place);
    if (!cell) return;
    for (const other of map.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  }
  function cellFor(a, r) {
    const cell = element("td", { tabIndex: a + r === 0 ? 0 : -1 });
    cell.setAttribute("role", "gridcell");
    Object.assign(cell.dataset, { a, r });
    paint(cell);
    return cell;
  }
  function drawMap() {
    const regions = data.regions.map(
      (region) => element("th", { scope: "col" }, element("span", { textContent: region }))
    );
    const account = element("th", { scope: "col", textContent: "Account" });
    const rows = data.accounts.map((_, a) => {
      const name = accountName(a);
      const head2 = element("th", { scope: "row", textContent: name, title: name });
      return element("tr", {}, head2, ...data.regions.map((_region, r) => cellFor(a, r)));
    });
    const head = element("thead", {}, element("tr", {}, account, ...regions));
    map.append(head, element("tbody", {}, ...rows));
  }
  function keyTarget({ key, ctrlKey }, { a, r }) {
    const lastA = data.accounts.length - 1;
    const lastR = data.regions.length - 1;
    const targets = {
      ArrowUp: { a: a - 1, r },
      ArrowDown: { a: a + 1, r },
      ArrowLeft: { a, r: r - 1 },
      ArrowRight: { a, r: r + 1 },
      PageUp: { a: Math.max(0, a - 10), r },
      PageDown: { a: Math.min(lastA, a + 10), r },
      Home: { a: ctrlKey ? 0 : a, r: 0 },
      End: { a: ctrlKey ? lastA : a, r: lastR }
    };
    return targets[key];
  }

  // src/coverage/report/place-free-text.ts
  var accountMark = "";
  var regionMark = "";
  function replaced(text, word, by) {
    return word === "" ? text : text.split(word).join(by);
  }
  function placedText(text, { account, region }) {
    return replaced(replaced(text, regionMark, region), accountMark, account);
  }

  // src/coverage/report/html/page/trace.ts
  var panel = found(document.querySelector("#trace"));
  var open;
  function openPlace() {
    return open;
  }
  function placed(index, place) {
    return placedText(at(data.strings, index), place);
  }
  function station(index, place, sign) {
    const [name, stack, address, reason] = at(data.stations, index);
    const item = element("li", {}, `${sign}${placed(name, place)} `);
    if (address >= 0) {
      const textContent = `${placed(stack, place)} ${placed(address, place)}`;
      item.append(element("code", { textContent }));
    }
    item.append(` — ${placed(reason, place)}`);
    return item;
  }
  function stations(indices, place, sign) {
    if (indices.length === 0) return [];
    return [element("ul", {}, ...indices.map((index) => station(index, place, sign)))];
  }
  function traceElements(trace, place) {
    const deliveries = trace.deliveries.flatMap(({ topic, recipients, text, hops }) => {
      const names = recipients.map((index) => placed(index, place)).join(", ") || "nobody";
      return [
        element("ol", {}, ...hops.map((hop) => station(hop, place, ""))),
        element("p", { textContent: `To ${names} through ${placed(topic, place)}:` }),
        element("pre", { textContent: placed(text, place) })
      ];
    });
    return [
      ...deliveries,
      ...stations(trace.stops, place, "✖ stopped at "),
      ...stations(trace.findings, place, "! finding at ")
    ];
  }
  function kindDetails(k, outlook, place) {
    const { name, title, severity } = at(data.kinds, k);
    const covered = outlook.states[k] === 1;
    const mark = element("b", {
      className: covered ? "covered" : severity,
      textContent: covered ? "✓" : signs[severity]
    });
    const verdict = covered ? "would arrive" : "would not arrive";
    const trace = data.traces[at(outlook.traces, k)];
    const details = element(
      "details",
      { open: !covered },
      element("summary", {}, mark, ` ${name} (${severity}) ${verdict}`),
      element("p", { className: "soft", textContent: title }),
      ...trace ? traceElements(trace, place) : []
    );
    details.dataset["kind"] = name;
    return details;
  }
  function drawTrace(kind) {
    const outlook = open && outlookOf(open);
    if (!open) return;
    const place = { account: at(data.accounts, open.a).id, region: at(data.regions, open.r) };
    const kinds = outlook ? kindsAt(open).map((k) => kindDetails(k, outlook, place)) : [];
    panel.hidden = false;
    panel.replaceChildren(
      element("h2", { textContent: `${accountName(open.a)}, ${place.region}` }),
      ...kinds.length === 0 ? [element("p", { textContent: "No alert is expected here." })] : [],
      ...kinds
    );
    for (const details of kinds) {
      if (kinds.length === 1 || details.dataset["kind"] === kind) details.open = true;
    }
  }
  function showPlace(place, { kind = "", focus = false } = {}) {
    for (const cell of map.querySelectorAll("td[aria-selected]")) {
      cell.removeAttribute("aria-selected");
    }
    cellAt(place)?.setAttribute("aria-selected", "true");
    open = place;
    drawTrace(kind);
    const address = `#${at(data.accounts, place.a).id}/${at(data.regions, place.r)}`;
    history.replaceState(null, "", kind === "" ? address : `${address}/${kind}`);
    if (focus) panel.focus();
  }

  // src/coverage/report/html/page/main.ts
  function showAddress() {
    const [account, region = "", kind] = decodeURIComponent(location.hash.slice(1)).split("/");
    const a = data.accounts.findIndex(({ id }) => id === account);
    const r = data.regions.indexOf(region);
    if (a >= 0 && r >= 0) showPlace({ a, r }, { kind: kind ?? "" });
  }
  function pressed(event) {
    const cell = cellOf(event);
    if (!cell) return;
    const place = placeOf(cell);
    const target = keyTarget(event, place);
    if (target) focusCell(target);
    else if (event.key === "Enter" || event.key === " ") showPlace(place, { focus: true });
    else return;
    event.preventDefault();
  }
  var anywhere = { account: "", region: "" };
  data.kinds.forEach(({ name, severity }, k) => {
    filter.append(element("option", { value: String(k), textContent: `${name} (${severity})` }));
  });
  drawMap();
  var findings = data.findings.map((index) => station(index, anywhere, "! "));
  found(document.querySelector("#findings")).append(...findings);
  filter.addEventListener("change", () => {
    paintMap();
    drawTrace();
  });
  map.addEventListener("keydown", pressed);
  map.addEventListener("click", (event) => {
    const cell = cellOf(event);
    if (!cell) return;
    focusCell(placeOf(cell));
    showPlace(placeOf(cell));
  });
  panel.addEventListener("keydown", (event) => {
    const place = openPlace();
    if (event.key === "Escape" && place) focusCell(place);
  });
  addEventListener("hashchange", showAddress);
  showAddress();
})();
