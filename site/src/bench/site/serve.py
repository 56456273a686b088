#!/usr/bin/env python3
"""From saving a chapter to its new page, as a browser that listens would get it; and what many rebuilds leave behind.

    serve.py BOOK CHAPTER EDITS COMMAND...      COMMAND starts perilla: `./perilla`, or a JVM with its class path

Each edit writes another number into the file CHAPTER of BOOK, waits for the server's word and gets the page. Prints the
median and the worst time in ms, and memory (MB) and open files of the server after a tenth of the edits and after all.
"""
import os
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

book, name, edits, command = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:]
file = book / name
before = file.read_text()
page = re.search(r"^id: (\S+)", before, re.M).group(1) + ".html"


def state(pid):
    rss = next(int(line.split()[1]) for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))
    return rss // 1024, len(os.listdir(f"/proc/{pid}/fd"))


server = subprocess.Popen(command + ["serve", str(book), "--port", "0"], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
try:
    address = ""
    for line in server.stderr:
        found = re.search(r"serving (\S+);", line)
        if found:
            address = found.group(1)
            break
    # What the server says of each build has to be read: a full pipe would stop it.
    threading.Thread(target=lambda: [None for _ in server.stderr], daemon=True).start()
    events = urllib.request.urlopen(address + "-/events")

    def news():
        while not events.readline().startswith(b"data: "):
            pass

    news()
    time.sleep(1)
    times, early = [], None
    for i in range(edits):
        # No chapter of the benchmark begins with such a number, so each edit is news.
        text = re.sub(r"(given: \{a: )[0-9.]+", rf"\g<1>{i % 50 + 1000}", before, count=1)
        start = time.perf_counter()
        file.write_text(text)
        news()
        body = urllib.request.urlopen(address + page).read()
        times.append((time.perf_counter() - start) * 1000)
        assert b"</html>" in body
        time.sleep(0.05)
        if i == max(1, edits // 10):
            early = state(server.pid)
    settled = sorted(times[len(times) // 2 :]) or times
    print(f"saved to page: median {statistics.median(settled):.0f} ms, first {times[0]:.0f} ms, worst of the later half {settled[-1]:.0f} ms")
    print(f"memory {early[0]} -> {state(server.pid)[0]} MB, open files {early[1]} -> {state(server.pid)[1]}")
finally:
    server.terminate()
    file.write_text(before)
