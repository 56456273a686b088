package dev.perilla.engine.language.conformance;

import java.util.List;
import java.util.Random;

/// Makes a program over one row of the language's table: the same for the same row and seed. What
/// stands in `<…>` in a template is drawn: a value of that kind, or one of the ways after the
/// colon, parted by `|`. Each statement is tried by itself, so that one program shows much.
@SuppressWarnings("StringConcatToTextBlock") // templates are read one below the other
final class RowMaker {
  /// A row, and templates of programs: what it defines, then statements of which some are drawn.
  private record Row(String name, String setup, List<String> statements) {
    Row(String name, String setup, String... statements) {
      this(name, setup, List.of(statements));
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "assignment",
              "x = <list>; y = <int>; a = b = <any>\n",
              "a, *b = <list>; print(a, b)",
              "*a, (b, c) = <list>, (<any>, <any>); print(a, b, c)",
              "x[<index>] = <any>; print(x)",
              "x[<slice>] = <list>; print(x)",
              "del x[<:slice|index>]; print(x)",
              "x <:+|*>= <:list|small>; print(x)",
              "y <:+|-|*|//|%|&>= <int>; print(y)",
              "a = y, x = <any>, [y]; print(a, y, x)",
              "for x[0] in <list>: print(x)",
              "x[0], x[-1] = x[-1], x[0]; print(x)"),
          new Row(
              "loops",
              "n = 0\n",
              "for i in <iterable>:\n"
                  + "    if i == <atom>: <:break|continue>\n"
                  + "    print(i)\n"
                  + "else: print('else')",
              "while n < <small>:\n"
                  + "    n += 1\n"
                  + "    if n % 2: <:continue|break|pass>\n"
                  + "    print(n)\n"
                  + "else: print('end', n)",
              "for i, v in enumerate(<iterable>, <small>): print(i, v)",
              "for a, b in zip(<iterable>, <iterable>): print(a, b)",
              "for i in reversed(<list>): print(i, end=<text>)",
              "for i in range(<small>, <small>, <step>): print(i)",
              "print([i for i in range(<small>) for j in range(i) if <:i|j> % 2 == <:0|1>])"),
          new Row(
              "functions",
              """
              def f(a, b=<any>, *c, d=<any>, **e): return a, b, c, d, e
              def g(a, /, b, *, c): return [a, b, c]
              def h(x, seen=[]):
                  seen.append(x)
                  return seen
              def fact(n): return 1 if n < 2 else n * fact(n - 1)
              """,
              "print(f(<any>))",
              "print(f(<any>, <any>, <any>, d=<any>, z=<any>))",
              "print(f(*<list>, **<:{'d': 1}|{}|{'a': 2}|{1: 2}>))",
              "print(f(*<list>, <any>, e=<any>))",
              "print(g(<any>, <:b=2|3>, <:c=3|4|d=5>))",
              "print(g(*<list>, c=<any>))",
              "print(h(<any>), h(<any>))",
              "print(fact(<small>))",
              "print((lambda x, *y, z=<any>: (x, y, z))(*<list>))",
              "print(f.__name__, g.__qualname__)",
              "print(list(map(f, <list>)))"),
          new Row(
              "closures",
              """
              def counter(start):
                  n = start
                  def step(by=1):
                      nonlocal n
                      n <:+|-|*>= by
                      return n
                  return step
              c, d = counter(<int>), counter(<any>)
              fs = [lambda: i for i in range(3)]
              gs = [lambda i=i: i for i in range(3)]
              total = 0
              def add(x):
                  global total
                  total += x
                  return total
              def deco(f):
                  def inner(*a, **k):
                      print('call', f.__name__, a, k)
                      return f(*a, **k)
                  return inner
              @deco
              def twice(x, y=2): return x * y
              """,
              "print(c(), c(<int>), d(<any>), d())",
              "print([f() for f in fs], [g() for g in gs])",
              "print(add(<any>), total)",
              "print(twice(<any>), twice(<any>, y=<any>))",
              "print(twice.__name__, deco(deco(abs))(<int>))",
              "def late(): return missing\nprint(late())",
              "def early():\n    print(total)\n    total = 1\nearly()",
              "x = <any>\n"
                  + "def outer():\n"
                  + "    x = <any>\n"
                  + "    class K: y = x\n"
                  + "    return K.y, [x for _ in 'ab']\n"
                  + "print(outer(), x)"),
          new Row(
              "generators",
              """
              def inner():
                  try:
                      got = yield 'i1'
                      print('got', got)
                      yield 'i2'
                  except <:ValueError|KeyError|Exception> as e:
                      print('inner', repr(e))
                      yield 'i3'
                  finally:
                      print('inner ends')
                  return 'ir'
              def outer():
                  try:
                      r = yield from inner()
                      print('r', r)
                      x = yield 'o'
                      print('x', x)
                  except <:ValueError|TypeError> as e:
                      print('outer', repr(e))
                      yield 'o2'
                  finally:
                      print('outer ends')
              g = <:outer()|inner()>
              """,
              "print(next(g))",
              "print(g.send(<any>))",
              "print(g.send(None))",
              "print(g.throw(<:ValueError|KeyError('k')|TypeError, 'v'|5|StopIteration>))",
              "g.close()",
              "print(list(g))",
              "for v in outer():\n    print(v)\n    <:break|pass>",
              "print([*(x * <small> for x in <iterable>)])",
              "print(sum(x for x in range(<small>)), next((i for i in <list> if i == <atom>),"
                  + " 'none'))",
              "h = <:outer()|inner()>; print(next(h)); h.close()"),
          new Row(
              "classes",
              """
              class A:
                  kind = <any>
                  def __init__(self, v=<any>): self.v = v
                  def __repr__(self): return f'{type(self).__name__}({self.v!r})'
                  def who(self): return 'A', self.kind
                  @property
                  def size(self): return len(self.v)
                  @size.setter
                  def size(self, n): self.v = [n]
                  @classmethod
                  def make(cls, *a): return cls(*a)
                  @staticmethod
                  def plain(x): return x
              class B(A):
                  kind = <any>
                  def __init__(self, v, w=<any>):
                      super().__init__(v)
                      self.w = w
                  def who(self): return ('B',) + super().who()
              x = <:A|B>(<any>)
              """,
              "print(x, x.who(), x.kind)",
              "print(x.size)",
              "x.size = <any>; print(x, x.size)",
              "print(B.make(<any>), A.make(), A.plain(<any>), x.plain(<any>))",
              "print(isinstance(x, A), isinstance(x, B), issubclass(B, A), type(x).__mro__)",
              "print(x.<:w|v|nothing|kind>)",
              "x.<:kind|extra> = <any>; print(sorted(x.__dict__), A.kind, B.kind)",
              "print(getattr(x, <:'v'|'w'|'q'>, <any>), hasattr(x, <:'who'|'size'|'z'>))",
              "del x.<:v|w|kind>; print(x.__dict__)",
              "print(x <:+|-|*|<|==|!=|in|is> <:x|1|A>)",
              "print(A.who(<:x|1>))"),
          new Row(
              "special methods",
              """
              class N:
                  def __init__(self, v): self.v = v
                  def __<:add|sub|mul|matmul|mod|and|floordiv>__(self, o): return <:N(self.v)|NotImplemented|(self.v, o)>
                  def __r<:add|sub|mul|matmul|mod|and|truediv>__(self, o): return <:('r', o)|NotImplemented>
                  def __<:eq|lt|gt|le|ne>__(self, o): return <:True|False|NotImplemented|self.v == o>
                  def __<:len|bool|index|int|float|hash|abs|neg|invert>__(self): return <:3|0|self.v|2.5|True>
                  def __<:getitem|contains|call|format|getattr|round>__(self, o=0): return <:o|'s'|1|str(o)>
                  def __repr__(self): return <:'N'|f'N{self.v}'>
              n = N(<any>)
              """,
              "print(n <:+|-|*|@|%|&|//|/> <:1|n|'a'|[1]>)",
              "print(<:1|'a'|[1]|2.5|None> <:+|-|*|@|%|&|/> n)",
              "print(n <:==|<|>|<=|!=|>=> <:1|n|'a'>, n == n)",
              "print(len(n), bool(n), [*range(5)][n])",
              "print(int(n), float(n), abs(n), -n)",
              "print(n[<:0|1:2|'k'>])",
              "print(n(3), n.attr, round(n, 1))",
              "print(f'{n}', f'{n:x}', str(n), '%s' % n, '{!r:>5}'.format(n))",
              "print(hash(n) == hash(n), n in [n], [n].index(n), len({n, n}))",
              "n <:+|-|*>= 1; print(n)",
              "print(sorted([n, n]), max(n, n), sum([n], <:0|n>))",
              "print(list(<:map|filter>(n, [1, 2])), 'a' * n, hex(n))"),
          new Row(
              "iterators",
              """
              class Count:
                  def __init__(self, n): self.n = n
                  def __iter__(self): return <:self|iter(range(self.n))|iter('ab')|5>
                  def __next__(self):
                      if self.n <= 0: raise StopIteration<:|('end')>
                      self.n -= 1
                      return self.n
              class Items:
                  def __getitem__(self, i):
                      if i > <small>: raise IndexError
                      return i * 2
                  def __len__(self): return <small>
              it = Count(<small>)
              """,
              "print(list(it), list(it))",
              "print(next(it), next(it, 'd'))",
              "a, *b = <:it|Items()>; print(a, b)",
              "print(list(Items()), 2 in Items(), list(reversed(Items())))",
              "print(max(Items()), sum(Items()), sorted(Items(), reverse=True), tuple(zip(it,"
                  + " Items())))",
              "print(dict(enumerate(Items())), [*Items(), *it], {*Items()})",
              "for i in iter(lambda: next(it), <small>): print(i)",
              "print(list(map(lambda a, b: (a, b), Items(), it)), any(it), all(Items()))"),
          new Row(
              "exceptions",
              """
              class E(<:Exception|ValueError|KeyError>):
                  def __init__(self, *a): super().__init__(*a); self.n = len(a)
                  <:def __str__(self): return 'E!' + repr(self.args)|pass>
              def f(k):
                  for i in range(2):
                      try:
                          if k == 0: raise E(i, <any>)
                          if k == 1: return <any>
                          if k == 2: 1 / 0
                          if k == 3: [][i]
                          if k == 4: continue
                          if k == 5: break
                          if k == 6: raise E from ValueError(i)
                      except E as e: print('E', e, e.args, e.n, repr(e.__cause__))
                      except <:ZeroDivisionError|(IndexError, ZeroDivisionError)|ArithmeticError> as e:
                          print(type(e).__name__, e)
                          <:raise|raise E('again')|return 'caught'|pass|raise KeyError(1) from e|raise E from None>
                      else: print('else', i)
                      finally:
                          print('finally', i)
                          <:pass|pass|pass|return 'f'>
                  return 'end'
              """,
              "print(f(<:0|1|2|3|4|5|6|7>))",
              "print(f(<:0|1|2|3|4|5|6|7>))",
              "print(f(<:0|1|2|3|4|5|6|7>))",
              "try: f(2)\n"
                  + "except Exception as e: print(repr(e), repr(e.__context__), repr(e.__cause__),"
                  + " e.__suppress_context__)",
              "raise <:E|E(1)|E(1, 2)|ValueError('v')|KeyError('k')|5|int>",
              "assert <any>, <any>",
              "try: raise E(<any>)\n"
                  + "except <:E|Exception|LookupError|(E, KeyError)> as e: x = e\n"
                  + "print(repr(x))"),
          new Row(
              "formats",
              "w = <small>\n",
              "print(f'{<int>:<spec>}', f'{<float>:<spec>}')",
              "print(f'{<text>:<spec>}')",
              "print('{:<spec>}'.format(<:int|float|text>))",
              "print(format(<:int|float|text>, '<spec>'))",
              "print('%<:|-|+|0| |#><:|5|8><:|.2|.0><:d|f|e|g|x|s|r|o|i>' % (<:int|float|text>,))",
              "print('%(a)s %(b)5.1f' % {'a': <any>, 'b': <float>})",
              "print(f'{<any>=}', f'{<any>!r:>{w}}', f'{<any>!s:^12}')",
              "print('{0} {1!r} {0:>8} {k}'.format(<text>, <any>, k=<any>))",
              "print('{0[0]} {1[k]}'.format(<list>, {'k': <any>}))",
              "print(repr(<float>), str(<float>), <float>, round(<float>, <small>))"),
          new Row(
              "text",
              "s = <text> + <text>; t = <text>\n",
              "print(s.<:upper|lower|title|swapcase|capitalize|strip|split|splitlines|casefold|isalpha|isdigit|istitle|isspace|isidentifier>())",
              "print(s.<:split|rsplit|partition|rpartition|find|rfind|count|index|startswith|endswith|strip|lstrip|removeprefix|removesuffix>(<:t|'a'|'"
                  + " '|'b'>))",
              "print(s.replace(<text>, <text>, <int>))",
              "print(s.<:center|ljust|rjust|zfill>(<small>))",
              "print(s.<:center|ljust|rjust>(<small>, <:'*'|'ab'|'é'>))",
              "print(s.<:split|rsplit>(<:None|'a'|' '>, <:0|1|2>))",
              "print(t.join(<:s|'abc'|[s, t]|['x', 1]|(s,)>))",
              "print(s[<slice>], s[<index>])",
              "print(s < t, s == t, t in s, s * <small>, len(s), sorted(s), max(s))",
              "print(s.<:find|count|index|startswith>(t, <int>, <int>))",
              "print(s.translate(str.maketrans(<:'ab', 'xy'|{'a': None}|'a', 'x', 'b'>)))",
              "print(ord(s), [ord(c) for c in s], ascii(s), repr(s))"),
          new Row(
              "collections",
              "l = <list>; d = {'a': <any>, <atom>: <any>}; u = {<int>, <int>, <int>}\n",
              "print(l.<:append|extend|remove|index|count>(<:any|list>), l)",
              "print(l.pop(<:|0|-1|9>), l)",
              "l.insert(<int>, <any>); l.reverse(); print(l)",
              "l.sort(<:|reverse=True|key=str|key=len|key=lambda v: (str(v), 1)>); print(l)",
              "print(sorted(<list>, key=<:None|str|lambda v: -v>, reverse=<:True|False>))",
              "print(d.<:get|pop|setdefault>(<:'a'|'q'|1>, <any>), d)",
              "print(d.<:keys|values|items|copy|popitem>(), d)",
              "d.update(<:{'a': 1}|[('x', 2)]|b=3|x=1, y=2>); print(d, d | {'z': 0})",
              "print(d == {'a': 1}, 'a' in d, len(d), list(d), list(reversed(d)))",
              "print(u <:&|-|^> {<int>, <int>}, u <:<=|<|>=|==> {<int>})",
              "print(sorted(u | {<int>}), u.<:isdisjoint|issubset|issuperset>([<int>]))",
              "u.<:add|discard|remove>(<int>); print(sorted(u))",
              "print(l + <list>, l * <small>, l == <list>, l < <list>, l[<slice>], <atom> in l)",
              "print({k: v for k, v in zip('abc', l)}, {len(str(v)) for v in l}, dict(zip(l, l)))"),
          new Row(
              "numbers",
              "import math\nx = <int>; y = <float>\n",
              "print(x <:+|-|*|/|//|%|**|<<|>>|&|^> <small>, y <:+|-|*|/|//|%> <:int|float>)",
              "print(divmod(<:int|float>, <:int|float>), pow(<int>, <small>, <int>))",
              "print(round(<float>, <:0|1|2|-1>), round(<float>), int(<float>), float(<int>))",
              "print(<:int|float> <:<|<=|==|!=|>> <:int|float> <:<|>=> <:int|float>)",
              "print(int(<:'12'|' -7 '|'0x1f'|'1_0'|'z'>), int(<:'ff'|'101'|'zz'>, <:2|16|36|0>))",
              "print(float(<:'1e5'|'inf'|'-.5'|'1_0.0'|'x'|' 2 '>))",
              "print(bin(<int>), hex(<int>), oct(<int>), x.bit_length(), y.is_integer(),"
                  + " y.as_integer_ratio())",
              "print(math.<:floor|ceil|trunc|sqrt|exp|log|fabs>(<:int|float>))",
              "print(math.<:gcd|lcm|comb|perm>(<int>, <small>), math.isqrt(<small>),"
                  + " math.factorial(<small>))",
              "print(sum(<:[0.1] * 10|range(5)|[1, 2.5]|[True]>), max(<int>, <float>),"
                  + " abs(<:int|float>), -x, ~x)",
              "print(0.1 * <small>, 1e16 + <int>, 10 ** <small>, 2 ** -<small>, 1 / 3)"),
          new Row(
              "random",
              "import random\n"
                  + "random.seed(<:0|1337|-3|2.5|'text'|10 ** 20>)\n"
                  + "r = random.Random(<int>)\n",
              "print(random.random(), r.random(), r.gauss(0, 1))",
              "print(random.<:uniform|gauss|normalvariate|betavariate|gammavariate|triangular|"
                  + "weibullvariate|vonmisesvariate>(<:1|2|0.5>, <:1|2.5|3>))",
              "print(random.expovariate(<float>), random.paretovariate(<:1|2.5>))",
              "print(random.<:randint|randrange>(<int>, <int>), r.randint(a=1, b=<small>))",
              "print(random.randrange(<small>, <int>, <step>))",
              "print(random.choice(<:list|iterable>), r.choice('abc'))",
              "x = <list>; random.shuffle(x); print(x)",
              "print(random.sample(<:range(30)|range(10 ** 12)|'abcdefgh'|list>, <small>))",
              "print(random.choices(<list>, k=<small>))",
              "print(random.choices([1, 2, 3], <:[1, 2, 3]|[0, 0, 1]|[1]|None|5>, k=<small>))",
              "print(random.getrandbits(<small>), random.getrandbits(70))",
              "random.seed(<:int|float|text>); print(random.random())"),
          new Row(
              "modules",
              "",
              "import math as m, random as r; print(m.pi, m.floor(<float>), r.__name__)",
              "from math import <:sqrt|pi|sin, cos|floor as f>; print('read')",
              "from math import <:sqrt|exp|fabs|ceil> as f; print(f(<float>), f.__name__)",
              "import math; print(math.<:pi|e|tau|inf|nan|nope|Sqrt>)",
              "import math; print(hasattr(math, <:'pi'|'nope'>), getattr(math, 'e', None))",
              "import math; print(callable(math.sqrt), math.__name__, math.floor is math.ceil)",
              "def f():\n"
                  + "    import math\n"
                  + "    return math.<:floor|ceil>(<float>)\n"
                  + "print(f())",
              "class A:\n"
                  + "    from math import pi, floor\n"
                  + "    def f(self): return self.pi\n"
                  + "print(A.pi, A().f(), A.floor(<float>))",
              "import random; from random import Random, seed; seed(<int>);"
                  + " print(Random(1).random())"),
          new Row(
              "micrograd",
              "from micrograd.engine import Value\n"
                  + "a, b, c = Value(<:2.0|-3.0>), Value(<:4.0|-1.0|0.5>), Value(<:8.0|-2.0|1>)\n",
              "d = a * b + c; d.backward(); print(a.grad, b.grad, c.grad, d)",
              "d = (a <:+|-|*> b).relu() <:+|-|*> c ** 2; d.backward()\n"
                  + "print(d.data, a.grad, b.grad, c.grad)",
              "print(a <:+|-|*|/> <:2|4.0|b>, <:2|4.0> <:+|-|*|/> c, -a, a ** <:2|3|-1>)",
              "e = sum([a, b, c]) * <:2|a>; e.backward(); print(e, a.grad)",
              "for v in (a, b): v.data -= 0.5 * v.grad\nprint(a, b)",
              "print(sorted(str(v) for v in (a * b)._prev), (a + b)._op, (a ** 2)._op)",
              "a.grad = b.grad = c.grad = 0; (a * a * a).backward(); print(a.grad, b.grad)"));

  private final Random random;

  private RowMaker(Random random) {
    this.random = random;
  }

  static List<String> rows() {
    return ROWS.stream().map(Row::name).toList();
  }

  static String program(int row, long seed) {
    RowMaker maker = new RowMaker(new Random(31 * seed + row));
    Row it = ROWS.get(row);
    StringBuilder out = new StringBuilder(maker.filled(it.setup()));
    for (int i = 0; i < 6; i++) {
      String statement = maker.filled(maker.one(it.statements().toArray(new String[0])));
      out.append("try:\n    ")
          .append(statement.replace("\n", "\n    "))
          .append("\nexcept Exception as error: print('!', type(error).__name__, error)\n");
    }
    // Python runs the finally of a generator that it drops; here it has to be closed.
    return out.append(it.name().equals("generators") ? "g.close()\n" : "").toString();
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /// The template with all that stands in `<…>` drawn.
  private String filled(String template) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int end = template.charAt(at) == '<' ? template.indexOf('>', at) : -1;
      String name = end < 0 ? "" : template.substring(at + 1, end);
      if (name.startsWith(":")) {
        while (name.endsWith("|") || name.endsWith("<") || name.endsWith("|-")) {
          int more = template.indexOf('>', end + 1); // a `>` among the ways
          if (more < 0 || template.substring(end, more).contains("\n")) {
            break;
          }
          end = more;
          name = template.substring(at + 1, end);
        }
        String drawn = one(name.substring(1).split("\\|", -1));
        out.append(isKind(drawn) ? value(drawn) : filled(drawn));
        at = end + 1;
      } else if (isKind(name)) {
        out.append(value(name));
        at = end + 1;
      } else {
        out.append(template.charAt(at++));
      }
    }
    return out.toString();
  }

  private static boolean isKind(String name) {
    return switch (name) {
      case "int",
          "small",
          "step",
          "float",
          "text",
          "atom",
          "any",
          "list",
          "iterable",
          "index",
          "slice",
          "spec" ->
          true;
      default -> false;
    };
  }

  private String value(String kind) {
    return switch (kind) {
      case "int" ->
          one("0", "1", "-1", "7", "-13", "255", "256", "10 ** 20", "-(2 ** 63)", "12345");
      case "small" -> one("0", "1", "2", "3", "5", "9");
      case "step" -> one("1", "2", "-1", "-3", "0", "7");
      case "float" ->
          one("0.0", "-0.0", "0.5", "2.5", "-2.5", "1e16", "1e-7", "3.14159", "0.1", "123456.789");
      case "text" -> one("'a'", "'Ab c'", "''", "'é'", "'x,y'", "' pad '", "'a1\\n'", "'aa'");
      case "atom" -> one("0", "1", "2", "'a'", "'k'", "None", "2.0", "True", "(1, 2)");
      case "any" ->
          one(
              value("int"),
              value("float"),
              value("text"),
              value("atom"),
              value("list"),
              "{'k': 1}");
      case "list" ->
          one("[1, 2, 3]", "[]", "['b', 'a', 'C']", "[3, 1.5, 2]", "[0, 'a']", "[[1], [2, 3]]");
      case "iterable" -> one("range(4)", "'abc'", "[1, 2]", "(0, 'a')", "{'k': 1}", "[]", "5");
      case "index" -> one("0", "-1", "1", "9", "'a'", "True", "1.0");
      case "slice" -> one("1:", ":2", "::-1", "::2", "-2:", "1:1", "5:", "2:0:-1", "0:9:0", ":-1");
      case "spec" ->
          one("", ">", "*^", "0", "+", " ", "#", "<")
              + one("", "6", "12")
              + one("", "", ",", "_", ".2", ".0", ".5")
              + one("", "d", "f", "e", "g", "x", "b", "%", "s", "n", "c", "o", "X", "G");
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
