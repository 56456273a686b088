package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.resolve.Coverage;
import org.junit.jupiter.api.Test;

/// What the table says is left out is refused before anything runs, with what to write instead.
class CoverageTest {
  private static void refused(String code, String instead) {
    Outcome outcome = Corpus.run("x.py", "print('ran')\n" + code);
    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.findings()).as(code).hasSize(1);
    assertThat(outcome.findings().get(0).code()).isEqualTo(LanguageCode.UNSUPPORTED);
    assertThat(outcome.findings().get(0).help().orElse("")).contains(instead);
  }

  @Test
  void builtins() {
    Coverage.refusedBuiltins().forEach((name, instead) -> refused(name + "(1)\n", instead));
  }

  @Test
  void methods() {
    Coverage.refusedMethods()
        .forEach(
            (name, instead) -> refused("class A:\n    def " + name + "(self): pass\n", instead));
  }

  @Test
  void bases() {
    Coverage.refusedBases()
        .forEach((name, instead) -> refused("class A(" + name + "): pass\n", instead));
  }

  @Test
  void attributesOfPythonsOwnObjects() {
    Coverage.leftOut()
        .forEach(
            (name, instead) -> {
              refused("def f(x): return x." + name + "\n", instead);
              refused("def f(x): return hasattr(x, '" + name + "')\n", instead);
            });
  }

  @Test
  void attributesByWhichAProgramLooksIntoItself() {
    Coverage.refusedAttributes()
        .forEach(
            (name, instead) -> {
              refused("def f(x): return x." + name + "\n", instead);
              refused("def f(x): return hasattr(x, '" + name + "')\n", instead);
              stopped("class A: pass\nfor n in ['" + name + "']: hasattr(A, n)\n", instead);
            });
  }

  @Test
  void attributesThatPythonFindsInTheClassOfTheirObjects() {
    for (String attribute : new String[] {"int.real", "range.start", "property.fget"}) {
      String name = attribute.substring(attribute.indexOf('.') + 1);
      refused("print(" + attribute + ")\n", "name the attribute");
      stopped(
          "x = " + attribute.replaceFirst("\\..*", "") + "\nx." + name + "\n",
          "without the attribute");
    }
    stopped("class E(Exception): pass\nprint(hasattr(E, 'args'))\n", "without the attribute");
  }

  @Test
  void attributesThatTheProgramGivesAreItsOwn() {
    for (String program :
        new String[] {
          "class A:\n    def encode(self): return 1\nprint(A().encode())\n",
          "class A: encode = 1\nprint(A.encode)\n",
          "class A: pass\na = A()\na.encode = 1\nprint(a.encode)\n",
          "class A: pass\na = A()\nsetattr(a, 'encode', 1)\nprint(a.encode)\n",
          "class A:\n    def __getattr__(self, name): return 1\nprint(A().encode)\n",
          "class A: pass\na = A()\na.__dict__['encode'] = 1\nprint(a.encode)\n"
        }) {
      assertThat(Corpus.run("x.py", program).output()).as(program).isEqualTo("1\n");
    }
  }

  @Test
  void whatEarlierBlocksGiveIsKnown() {
    Machine machine = new Machine(Limits.DEFAULT);
    machine.run(text("class A:\n    def encode(self): return 1\nimport random\nrandom.seed(1)\n"));
    assertThat(machine.run(text("print(A().encode())\n")).output()).isEqualTo("1\n");
    assertThat(machine.run(text("print(random.randrange(1))\n")).output()).isEqualTo("0\n");
  }

  private static Text text(String code) {
    return Text.of(SourceFile.of("x.py", code));
  }

  @Test
  void callsByWhatStandsInTheirBrackets() {
    refused("print('a', file=1)\n", "print to the output");
    refused("class A:\n    def f(self): super(A)\n", "super()");
    refused("import random\nrandom.seed()\n", "random.seed(1337)");
    refused("import random\nrandom.seed(None)\n", "random.seed(1337)");
    refused("x = list[int]\n", "annotations");
    refused("x = super\n", "super()");
    refused("print(isinstance(1, super))\n", "super()");
    refused("int.__dict__\n", "name the attribute");
    refused("import random\nclass A(random.Random): pass\n", "attribute");
    refused("from random import Random as R\nclass A(R): pass\n", "attribute");
    refused("from random import getstate\n", "seed");
    refused("class A: pass\nA().__class__ = A\n", "make an object of the other class");
    refused("class A: pass\nA.__bases__ = (A,)\n", "make an object of the other class");
  }

  /// What the table says under "What differs, and is said".
  @Test
  void whatDependsOnValuesStopsTheProgram() {
    stopped("print((-8) ** 0.5)\n", "abs");
    stopped("import math\nprint(math.copysign(1.0, -math.nan))\n", "math.isnan");
    String held = "def f():\n    try: yield\n    finally: print('end')\n";
    stopped(
        held
            + "def g():\n"
            + "    x = {1: f(), 2: f()}\n"
            + "    next(x[1])\n"
            + "    next(x[2])\n"
            + "    x.update({1: 0, 2: 0})\n"
            + "g()\n",
        "close");
    stopped("a = len\na.__doc__\n", "attribute");
    stopped("a = int\na.__doc__\n", "attribute");
    stopped("ValueError('v').__doc__\n", "attribute");
    stopped("import random\nx = None\nrandom.seed(x)\n", "random.seed(1337)");
    stopped("print('a' is chr(97))\n", "==");
    stopped("print(-7 is int('-7'))\n", "==");
  }

  private static final String LEFT =
      """
      def f(n):
          try: yield n
          finally: print('end', n)
      def at(n):
          g = f(n)
          next(g)
          return g
      """;

  /// What follows may be said below another block, and what is there must not print in this one.
  @Test
  void aGeneratorIsLeftOnlyByTheLastBlock() {
    Machine machine = new Machine(Limits.DEFAULT);
    Crash stop = machine.runPart(text(LEFT + "a = at(1)\n")).crash().orElseThrow();
    assertThat(stop.kind()).isEqualTo(Crash.Kind.UNSUPPORTED);
    assertThat(stop.help()).contains("g.close()");
    machine = new Machine(Limits.DEFAULT);
    assertThat(machine.runPart(text(LEFT)).completed()).isTrue();
    assertThat(machine.run(text("a = at(1)\nprint(2)\n")).output()).isEqualTo("2\nend 1\n");
  }

  /// Python's collector decides which of them goes first.
  @Test
  void generatorsThatTheEndOfTheProgramLeavesInNoKnownOrder() {
    for (String program :
        new String[] {
          "a = [at(n) for n in range(2)]\n",
          "a = b = None\nb = at(1)\na = at(2)\n",
          "a = at(1)\nb = [[n] for n in range(500)]\nc = at(2)\n",
          "class A: pass\nb = A()\nb.b = b\nb.a = at(1)\nb = [[n] for n in range(500)]\n",
          """
          def g():
              try: yield
              finally:
                  import math
                  print(1)
          a = g()
          next(a)
          """
        }) {
      Outcome outcome = Corpus.run("x.py", LEFT + program);
      assertThat(outcome.output()).as(program).isEmpty();
      assertThat(outcome.crash().orElseThrow().kind())
          .as(program)
          .isEqualTo(Crash.Kind.UNSUPPORTED);
    }
  }

  /// A program that ends by an exception and then reaches a limit has both to say.
  @Test
  void aLimitAfterTheEnd() {
    String endless = "def g():\n    try: yield\n    finally:\n        while True: pass\n";
    Crash stop = Corpus.run("x.py", endless + "a = g()\nnext(a)\n1 / 0\n").crash().orElseThrow();
    assertThat(stop.kind()).isEqualTo(Crash.Kind.LIMIT);
    assertThat(stop.span().line()).isEqualTo(4);
    assertThat(stop.help()).contains("limits", "ZeroDivisionError: division by zero");
    assertThat(stop.traceback()).contains("line 7, in <module>", "line 4, in g");
  }

  private static void stopped(String code, String instead) {
    Outcome outcome =
        Corpus.run(
            "x.py",
            "try:\n    "
                + code.replace("\n", "\n    ")
                + "pass\nexcept Exception: print('caught')\n");
    assertThat(outcome.output()).as(code).isEmpty();
    Crash crash = outcome.crash().orElseThrow();
    assertThat(crash.kind()).as(code).isEqualTo(Crash.Kind.UNSUPPORTED);
    assertThat(crash.help()).as(code).contains(instead);
  }

  @Test
  void randomNumbersThatNothingSeeds() {
    refused("import random\nrandom.random()\n", "random.seed(1337)");
    refused("import random as r\ndef f(): return r.gauss(0, 1)\n", "random.seed(1337)");
    refused("from random import choice as pick\npick([1])\n", "random.seed(1337)");
    refused("from micrograd.nn import MLP\nMLP(2, [1])\n", "random.seed(1337)");
    refused("import micrograd.nn as nn\nnn.Neuron(2)\n", "random.seed(1337)");
    refused("from random import *\nprint(random())\n", "random.seed(1337)");
    refused("from micrograd.nn import *\nMLP(2, [1])\n", "random.seed(1337)");
    refused("import random\nr = random.Random()\nprint(r.random())\n", "random.seed(1337)");
    for (String program :
        new String[] {
          "import random\nrandom.seed(1)\nprint(random.randrange(1))\n",
          "from random import Random\nprint(Random(3).randrange(1))\n",
          "from random import *\nseed(1)\nprint(randrange(1))\n",
          "from random import Random\nr = Random()\nr.seed(1)\nprint(r.randrange(1))\n",
          "class A:\n    def random(self): return 0\nrandom = A()\nprint(random.random())\n",
          "def random(): return 0\nprint(random())\n"
        }) {
      assertThat(Corpus.run("x.py", program).output()).as(program).isEqualTo("0\n");
    }
  }

  @Test
  void modules() {
    Coverage.refusedModules().forEach((name, instead) -> refused("import " + name + "\n", instead));
    refused("from collections.abc import Iterable\n", "use a dict");
    refused("import torch.nn as nn\n", "micrograd.engine");
    refused("import pandas\n", "the modules are math");
  }

  @Test
  void namesOfTypingStandInAnnotationsAlone() {
    refused("from typing import List\nVector = List[float]\n", "in the annotation itself");
    refused("from typing import List\nprint(List())\n", "in the annotation itself");
    refused("from typing import TypeVar\n", "list[float]");
    refused("from typing import *\n", "from typing import List");
    refused("class A:\n    from typing import List\n", "before the class");
    for (String type :
        new String[] {
          "Optional",
          "Optional[int, str]",
          "Dict[str]",
          "Callable[int, str]",
          "List['a b']",
          "Any[int]",
          "Tuple[(int, str), 1 + 1]",
          "Union[()]"
        }) {
      refused(
          "from typing import Any, Callable, Dict, List, Optional, Tuple, Union\n"
              + "def f(x: %s): pass\n".formatted(type),
          "write list[float]");
    }
  }

  @Test
  void modulesCanBeImported() {
    for (String module : Coverage.MODULES) {
      assertThat(Corpus.run("x.py", "import " + module + "\n").completed()).isTrue();
    }
  }
}
