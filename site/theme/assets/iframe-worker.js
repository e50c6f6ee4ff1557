// Search runs in a worker, which browsers refuse to a page that is opened from a folder. There a
// hidden frame takes its place: it has a world of its own, and no script of it stands in a page.
"use strict";

function load(frame, address) {
  return new Promise((loaded, failed) => {
    const script = frame.document.createElement("script");
    script.src = address;
    script.onload = loaded;
    script.onerror = () => failed(new Error(`${address} cannot be loaded`));
    frame.document.body.append(script);
  });
}

class WorkerFromAFolder extends EventTarget {
  constructor(address) {
    super();
    this.element = document.createElement("iframe");
    this.element.hidden = true;
    document.body.append(this.element);
    this.frame = this.element.contentWindow;
    // Written once: some browsers put a new document in the place of the first one.
    this.frame.document.open();
    this.frame.document.write("<!doctype html><title>Search</title><body></body>");
    this.frame.document.close();
    this.frame.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", {data}));
    this.frame.importScripts = (...more) => more.reduce(
      (before, one) => before.then(() => load(this.frame, one)), Promise.resolve(),
    );
    this.ready = load(this.frame, String(address));
  }

  postMessage(data) {
    this.ready.then(() => this.frame.dispatchEvent(new MessageEvent("message", {data: structuredClone(data)})));
  }

  terminate() {
    this.element.remove();
  }
}

if (location.protocol === "file:") window.Worker = WorkerFromAFolder;
