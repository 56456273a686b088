package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A traceback is CPython's to the last caret: what python3 writes when it runs the same file.
class TracebacksTest {
  private static final String PROGRAMS =
      """
      def f():
          global n
          n += 1
          f()
      n = 0
      try: f()
      except RecursionError as e: raise ValueError(n) from e
      #---
      class Walk:
          steps = []
          def left(self):
              self.steps.append('l')
              return self.right()
          def right(self):
              self.steps.append('r')
              return self.left()
      try: Walk().left()
      except RecursionError: pass
      raise ValueError(Walk.steps[-1], len(Walk.steps))
      #---
      def decorated(g):
          def inner(*args, **kwargs): return g(*args, **kwargs)
          return inner
      @decorated
      def g(n, more=1):
          last.append(n)
          return g(n + more, more=more)
      last = []
      try: g(0)
      except RecursionError: pass
      raise ValueError(len(last))
      #---
      def deepest(n):
          try: return deepest(n + 1)
          except RecursionError: return n
      def f(n):
          try: f(n + 1)
          finally: left.append(n)
      left = []
      try: f(0)
      except RecursionError: pass
      raise ValueError(deepest(0), deepest(0), len(left), left[0], left[-1])
      #---
      def down(n): return 0 if n == 0 else down(n - 1)
      down(998)
      try: down(999)
      except RecursionError as e: error = e
      raise error
      #---
      x = [][0]
      #---
      print(later)
      later = 2
      #---
      def f(n):
        if n == 0: return 0
        return n + f(n - 1)
      print(f(998))
      f(999)
      #---
      def f(n):
        print(n)
        f(n + 1)
      f(0)
      #---
      def f(n):
        if n == 0: return 1
        return n * f(n - 1)
      f(4.5)
      #---
      (1, 2)[0] = 1
      #---
      f'a'[0] = 'b'
      #---
      x = 'a'
      (x
        .upper()
        .index('z')
        .lower())
      #---
      x = 'a'
      (x
        .upper()
        .low()
        .lower())
      #---
      x = 'a'
      (x
        .index(*'z')
        .lower())
      #---
      import math
      print(math
        .sqrt(
          -1))
      #---
      import math as m
      def root(x):
        return m. \\
          sqrt(x)
      root(-1)
      #---
      import random
      random.seed(1)
      random.gauss + ()
      #---
      import random
      random.seed(**3)
      #---
      import random
      random.seed(1)
      random.gauss(*3)
      #---
      import random
      random.seed(1)
      random.uniform.low
      #---
      (5
        ).foo = 3
      #---
      1 -('a')
      #---
      (1)-('a')
      #---
      1 - ('a')
      #---
      hash([1])  \s
      #---
      x = (1 + \s
        'a')
      #---
      y = 5
      print(y[ \s
        1])
      #---
      'ab'[0], x = 'c', 2
      #---
      del ('a' 'b')[1]
      #---
      (1, 2)[2] = 1
      #---
      'ab'[:] = 'c'
      #---
      def g(n):
          for i in range(n): yield i
      def v():
          try:
              try:
                  int("q")
              finally:
                  yield from g(2)
          finally:
              1 / 0
      it = v()
      next(it)
      it.throw(ValueError)
      #---
      class Own:
          def __iter__(self): return self
          def __next__(self): return 1
          def throw(self, *a): raise a[0]
      def v():
          try:
              try:
                  int("q")
              finally:
                  yield from Own()
          finally:
              1 / 0
      it = v()
      next(it)
      it.throw(ValueError("x"))
      #---
      def v():
          try:
              int("q")
          except ValueError:
              yield from [1, 2]
      it = v()
      next(it)
      try: it.throw(KeyError("x"))
      except KeyError as e: print(repr(e), repr(e.__context__))
      def w():
          try:
              int("q")
          except ValueError:
              yield from u()
      def u():
          try: yield 1
          except KeyError: raise TypeError("t")
      it = w()
      next(it)
      it.throw(KeyError("x"))
      #---
      def g():
          w = yield (w := 1)
      def h():
          x = yield (
              5)
      it = h()
      next(it)
      try: it.throw(KeyError(1))
      except KeyError as e: print(e)
      def k():
          f = (lambda: (1 / 0))
          return [*(f())]
      it = g()
      next(it)
      try: k()
      except ZeroDivisionError: it.throw(KeyError(1))
      #---
      x = {"日本": 1 / 0}
      #---
      x = "ｱＡ한ᅠ😀🈁☃⌚\u0301́é〿" + 1 + "日"
      #---
      x = {"͸ࢗ𱍐　": [1].日 + 1}
      #---
      日 = "本" ; é = 日 - 1
      #---
      a = 0
      (1 + 2) / (a * 1)
      #---
      a = 0
      x = 3 + ((1 + 2) // (a))[0]
      #---
      a = 'x'
      x = (a).foo(1)(2) + (a).bar
      #---
      a = {}
      x = 1 + (a)['b' ]
      #---
      a = {}
      x = 1 + (((2)) - (a))
      #---
      def f(): raise ValueError
      x = 1 + (f)((2), (3)) < (4)
      #---
      x = 1 + (- ('a')) + (2)
      #---
      x = [(1) < ('a')]
      #---
      x = (1 if ('a' + 1) else 2)
      #---
      x = ((2) ** ('a')) * 3
      #---
      def f(n):
          return (f)(n - 1) if n else (1) / (n)
      f(2)
      #---
      def f(n):
          return f(n + 1) if n < 7 else 1 / 0
      f(0)
      #---
      class C:
          x = 1
          y = x / 0
      #---
      class C: y = 1 / 0
      #---
      def f(c): raise ValueError(c.__name__)
      @f
      class C:
          pass
      #---
      try:
          1 / 0
      except ZeroDivisionError as e:
          raise KeyError('a') from e
      #---
      try:
          1 / 0
      except ZeroDivisionError:
          {}['b']
      #---
      try:
          1 / 0
      except ZeroDivisionError:
          raise ValueError('only this') from None
      #---
      class A:
          @property
          def x(self): return self.y
      print(A().x)
      #---
      class Wrong(Exception): pass
      raise Wrong('a', 2)
      #---
      assert (1) == (2), 'not ' 'so'
      #---
      a = 0
      assert a, 'nothing'
      #---
      def f(n):
          assert not (n > 0 and n < 5) if n else n == 1, n
      f(2)
      #---
      x = (7) << (-1)
      #---
      x = ((7))<<((-1))
      #---
      a = 5
      x = [*(1, 2), *a]
      #---
      a = 5
      x = {b: 1 for b in a}
      #---
      a = 5
      x = [c for b in [1] for c in a if b]
      #---
      a = 5
      print(sum(b for b in a))
      #---
      print(list(b for c in [1] for b in c))
      #---
      def f():
          yield 1
          yield from 5
      list(f())
      #---
      def f():
          try: 1 / 0
          except (KeyError, 5): pass
      f()
      #---
      try:
          1 / 0
      except undefined.x:
          pass
      else: undefined = 1
      #---
      def g():
          yield 1
          yield (2) / 0
      for x in g(): pass
      #---
      x = [y / 0 for y in (1, 2)]
      #---
      f = lambda x: x.z
      f((3))
      #---
      a, b = (1, 2, 3)
      #---
      x = 'é' + 'ñ' + 1
      #---
      x = f'{1:d}' + f'{"a":d}'
      #---
      import math
      print(1 + math.sqrt(-1) * 2)
      #---
      x = 1, {i for i in [[1]] if 1 < 2}
      #---
      def f(*a, **k): pass
      f(*5, **{1: 2})
      #---
      (lambda **k: 0)(**{1: 2})
      #---
      it = 4
      del it
      it += 3
      #---
      type(lambda: 0).__namme__
      #---
      class D:
          def keys(self): return 5
      dict(D())
      #---
      import math
      math.perm(2**63, 2**63)
      #---
      x = [j for i in (1, 2) if i < 5 for j in i]
      """;

  /// Names that are not there and that others are near to.
  private static final String MISSPELT =
      """
      def f():
          def g():
              value1 = 1
              print(value)
          g()
          value = 3
      f()
      #---
      v1 = 3
      v2 = 4
      del v1
      v1 = 4
      print(v3)
      v3 = 1
      #---
      def f():
          counts = 1
          def g():
              return counts
          return count
      f()
      count = 1
      #---
      def f():
          counts = 1
          def g():
              counts
              return count
          return g()
      f()
      count = 1
      #---
      def f(counts):
          def g():
              counts
          return count
      f(1)
      count = 1
      #---
      def f():
          return [(counts := 1) + count for x in [1]]
      f()
      count = 1
      #---
      def f():
          class A:
              nonlocal counts
              counts = 1
              count
          counts = 3
      f()
      count = 1
      #---
      def f():
          counts = 3
          class A:
              x = counts
              count
      f()
      count = 1
      #---
      print([number for numbr in range(2)])
      number = 1
      #---
      print([[a0 for b in [1]] for c in [1]])
      a0 = 1
      #---
      def f(a):
          return [value for b in a]
      f([1])
      value = 1
      #---
      class A:
          def __init__(self): self.value = 1
      A().valu
      #---
      class A:
          def __init__(self): self.value = 1
      a = A()
      del a.valu
      #---
      class A:
          def __init__(self): self.value = 1
      getattr(A(), 'vale')
      #---
      class A:
          def __init__(self): self.Value = 1
      A().value
      #---
      class A:
          def __init__(self): self.__secret = 1
      A().secret
      #---
      class A:
          def values(self): pass
          def value(self): pass
      A().valus
      #---
      class A:
          def __getattr__(self, name): raise AttributeError(name)
          value = 2
      A().valu
      #---
      class A:
          @property
          def size(self): raise AttributeError('no size')
          sise = 1
      A().size
      #---
      class A:
          total = 1
      A.totl
      #---
      class A: pass
      a = A()
      a.ys = 2
      a.xs = 1
      a.zs
      #---
      class A: pass
      A().__dit__
      #---
      class A:
          def m(self): pass
      A().m.__nam__
      #---
      'abc'.uper()
      #---
      [1].apend(2)
      #---
      {}.key()
      #---
      {1}.ad(2)
      #---
      (1, 2).cout(1)
      #---
      x = 5
      x.bitlength()
      #---
      (1.5).is_intger()
      #---
      range(3).strt
      #---
      ValueError('x').arg
      #---
      None.foo
      #---
      import math
      math.squrt(2)
      #---
      import random
      random.rand_int(1, 2)
      #---
      try: 'a'.uper()
      except AttributeError as error: raise ValueError('no') from error
      #---
      count = 3
      coun = 1
      del coun
      print(coun)
      #---
      prin = 1
      del prin
      prin(3)
      #---
      a = b = 1
      del a
      print(a)
      #---
      def f():
          if False: total = 1
          return totl
      totl = 1
      del totl
      f()
      #---
      def f():
          value = 1
          del value
          valu = 2
          return value
      f()
      """;

  /// Places of a test `?`, in each of which CPython marks what its compiler was at.
  private static final String CONTEXTS =
      """
      if ?: pass
      #---
      if 0: pass
      elif ?: x = 1
      #---
      while ?:
          break
      #---
      x = 3 + (not (?))
      #---
      x = ? and 2
      #---
      x = 1 and ? or 2
      #---
      x = 5, (1 if ? else 2) + 3
      #---
      assert ?, 'message'
      #---
      x = 1, [i for i in (1, 2) if i < 5 if ?]
      #---
      x = {i: j for i in (1, 2) if ? for j in (1, 2) if i}
      #---
      x = list(i for i in (1, 2) if i if ?)
      #---
      f = lambda: 1 if ? else 2
      f()
      #---
      def g():
          x = (yield 1) or ? or (yield 2)
          while ?: yield 3
      list(g())
      #---
      if (y := ?): pass
      """;

  /// What is thrown into a generator `it` while another exception is handled.
  private static final String THROWN =
      """
      def g(): yield 1
      it = g()
      #---
      def g(): x = 3 + (yield 1)
      it = g()
      #---
      def g():
          (yield 1)
      it = g()
      #---
      it = (i for i in (1, 2))
      #---
      it = (i for i in (1, 2) if i < 5)
      #---
      def g():
          try: [][0]
          except IndexError: yield 1
      it = g()
      #---
      def g(): yield from (i for i in [1])
      it = g()
      """;

  private static final String TESTS =
      """
      wrong
      not wrong
      1 and wrong and 1
      not (1 and wrong)
      (wrong or 0) and 1
      1 < 2 and wrong
      0 < wrong < 1
      not wrong < 5
      (1 if wrong else 2)
      (wrong if 1 < 2 else 2) and 1
      """;

  private static final String WRONG =
      """
      class Wrong:
          def __bool__(self): raise ValueError
          def __lt__(self, other): return self
          def __gt__(self, other): return self
      wrong = Wrong()
      """;

  static List<String> programs() {
    List<String> programs = new ArrayList<>(parts(PROGRAMS));
    programs.addAll(parts(MISSPELT));
    for (String context : parts(CONTEXTS)) {
      TESTS.lines().forEach(test -> programs.add(WRONG + context.replace("?", test)));
    }
    for (String generator : parts(THROWN)) {
      programs.add(
          generator
              + """
              next(it)
              try: 1 / 0
              except ZeroDivisionError: it.throw(KeyError(2))
              """);
    }
    return programs;
  }

  private static List<String> parts(String programs) {
    return List.of(programs.split("(?m)^#---\n", -1));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void isCPythons(String program, @TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(Corpus.hasPython(), "python3 of version 3.11 is not there");
    Files.writeString(folder.resolve("x.py"), program);
    Process process =
        new ProcessBuilder("python3", "-X", "utf8", "x.py").directory(folder.toFile()).start();
    process.getOutputStream().close();
    String expected = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    String file = folder.resolve("x.py").toString();
    assertThat(traceback(program)).isEqualTo(expected.replace(file, "x.py"));
  }

  @Test
  void marksTheOperatorAndUnderlinesTheBracketsOfItsOperands() {
    assertThat(traceback("a = 0\nx = 3 + ((1 + 2) // (a))\n"))
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "x.py", line 2, in <module>
                x = 3 + ((1 + 2) // (a))
                         ~~~~~~~~^^~~~~
            ZeroDivisionError: integer division or modulo by zero
            """);
  }

  private static String traceback(String program) {
    return Corpus.run("x.py", program).crash().orElseThrow().traceback();
  }
}
