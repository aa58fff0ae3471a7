/** Shows the traces and mails of one place, and keeps the address of the page in step with it. */
export const traceScript = String.raw`
let open;

function placed(index, place) {
  return data.strings[index]
    .replaceAll("\uE001", () => place.region).replaceAll("\uE000", () => place.account);
}

function station(index, place, sign) {
  const [name, stack, address, reason] = data.stations[index];
  const item = element("li", {}, sign + placed(name, place) + " ");
  if (address >= 0) {
    item.append(element("code", { textContent: placed(stack, place) + " " + placed(address, place) }));
  }
  item.append(" — " + placed(reason, place));
  return item;
}

function stations(indices, place, sign) {
  return element("ul", {}, ...indices.map((index) => station(index, place, sign)));
}

function kindDetails(k, outlook, place) {
  const { name, title, severity } = data.kinds[k], covered = outlook.states[k] === 1;
  const mark = element("b", {
    className: covered ? "covered" : severity,
    textContent: covered ? "✓" : signs[severity],
  });
  const verdict = covered ? "would arrive" : "would not arrive";
  const details = element("details", { open: !covered },
    element("summary", {}, mark, " " + name + " (" + severity + ") " + verdict),
    element("p", { className: "soft", textContent: title }));
  details.dataset.kind = name;
  const trace = data.traces[outlook.traces[k]];
  if (!trace) return details;
  for (const { topic, recipients, text, hops } of trace.deliveries) {
    details.append(
      element("ol", {}, ...hops.map((hop) => station(hop, place, ""))),
      element("p", { textContent: "To " + (recipients.map((i) => placed(i, place)).join(", ") || "nobody") + " through " + placed(topic, place) + ":" }),
      element("pre", { textContent: placed(text, place) }));
  }
  if (trace.stops.length > 0) details.append(stations(trace.stops, place, "✖ stopped at "));
  if (trace.findings.length > 0) details.append(stations(trace.findings, place, "! finding at "));
  return details;
}

function drawTrace(kind) {
  const panel = byId("trace"), outlook = outlookOf(open.a, open.r);
  const place = { account: data.accounts[open.a].id, region: data.regions[open.r] };
  const kinds = shown().filter((k) => outlook && outlook.states[k] >= 0);
  panel.hidden = false;
  panel.replaceChildren(
    element("h2", { textContent: accountName(open.a) + ", " + place.region }),
    ...(kinds.length === 0 ? [element("p", { textContent: "No alert is expected here." })] : []),
    ...kinds.map((k) => kindDetails(k, outlook, place)));
  if (kinds.length === 1) panel.querySelector("details").open = true;
  for (const details of panel.querySelectorAll("details")) {
    if (details.dataset.kind === kind) details.open = true;
  }
}

function openPlace(a, r, moveFocus, kind) {
  map.querySelectorAll("td[aria-selected]").forEach((cell) => { cell.removeAttribute("aria-selected"); });
  cellAt(a, r).setAttribute("aria-selected", "true");
  open = { a, r };
  drawTrace(kind);
  history.replaceState(null, "", "#" + data.accounts[a].id + "/" + data.regions[r] + (kind ? "/" + kind : ""));
  if (moveFocus) byId("trace").focus();
}

function openAddress() {
  const [account, region, kind] = decodeURIComponent(location.hash.slice(1)).split("/");
  const a = data.accounts.findIndex(({ id }) => id === account), r = data.regions.indexOf(region);
  if (a >= 0 && r >= 0) openPlace(a, r, false, kind);
}

data.kinds.forEach(({ name, severity }, k) => {
  filter.append(element("option", { value: String(k), textContent: name + " (" + severity + ")" }));
});
drawMap();
byId("findings").append(...data.findings.map((index) => station(index, { account: "", region: "" }, "! ")));
filter.addEventListener("change", () => {
  map.querySelectorAll("td").forEach(paint);
  if (open) drawTrace();
});
map.addEventListener("keydown", move);
map.addEventListener("click", (event) => {
  const cell = event.target.closest("td");
  if (!cell) return;
  focusCell(Number(cell.dataset.a), Number(cell.dataset.r));
  openPlace(Number(cell.dataset.a), Number(cell.dataset.r), false);
});
byId("trace").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && open) focusCell(open.a, open.r);
});
addEventListener("hashchange", openAddress);
openAddress();
`;
