"""Runs the cells of a notebook one after the other and says where one prints something else than the
notebook holds: by Jupyter's own client and kernel where Debian's packages are there, else in this
process. Where Debian's nbformat is there, its schema is asked too. Beside this file stands a folder
micrograd with the module engine."""
import contextlib
import io
import json
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
notebook = json.load(open(sys.argv[1], encoding="utf-8"))
try:
    import nbformat
except ImportError:
    print("no nbformat here")
else:
    nbformat.validate(nbformat.from_dict(notebook))
    print("valid")


def text(cell):
    return "".join("".join(output["text"]) for output in cell["outputs"])


def in_this_process():
    sys.path.insert(0, here)
    names = {"__name__": "__main__"}
    for cell in cells:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec("".join(cell["source"]), names)
        yield cell, printed.getvalue()


def by_jupyter():
    os.environ["PYTHONPATH"] = here
    os.environ["IPYTHONDIR"] = os.path.join(here, "ipython")
    run = nbformat.reads(json.dumps(notebook), as_version=4)
    nbclient.NotebookClient(run, timeout=120, kernel_name="python3").execute()
    ran = [cell for cell in run["cells"] if cell["cell_type"] == "code"]
    for cell, now in zip(cells, ran, strict=True):
        yield cell, text(now)


cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
try:
    import ipykernel
    import nbclient
except ImportError:
    way, results = "in this process", in_this_process()
else:
    way, results = "by Jupyter", by_jupyter()
for cell, printed in results:
    if printed != text(cell):
        sys.exit(f"cell {cell['id']} prints {printed!r}, the notebook holds {text(cell)!r}")
print("ran", way)
