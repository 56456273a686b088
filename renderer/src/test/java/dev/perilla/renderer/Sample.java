package dev.perilla.renderer;

import dev.perilla.chapter.Block.Note.Kind;
import dev.perilla.chapter.Question.Verdict;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.CompiledChapter.Input;
import dev.perilla.chapter.compiled.CompiledChapter.Listing;
import dev.perilla.chapter.compiled.CompiledChapter.Listing.Line;
import dev.perilla.chapter.compiled.CompiledChapter.Listing.Token;
import dev.perilla.chapter.compiled.CompiledChapter.Part;
import dev.perilla.chapter.compiled.CompiledChapter.Part.Head;
import dev.perilla.chapter.compiled.CompiledChapter.Source;
import dev.perilla.chapter.compiled.CompiledChapter.Variant;
import dev.perilla.chapter.compiled.Ledger;
import dev.perilla.chapter.compiled.Ledger.Entry;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Ledger.Witnesses;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.Rich.Inline.Num;
import dev.perilla.chapter.compiled.Rich.Inline.Str;
import dev.perilla.chapter.compiled.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A chapter made by hand in which each record of the compiled model occurs.
final class Sample {
  private final List<Entry> entries = new ArrayList<>();

  static CompiledChapter chapter() {
    return new Sample().build();
  }

  static BookFrame book() {
    return new BookFrame(
        "Micrograd, desde cero",
        "es",
        Optional.of("Un motor de gradientes, construido de a poco."),
        List.of(
            new BookFrame.Entry(
                "value",
                "es",
                List.of(new Str("Un número con memoria: "), code("Value")),
                List.of(new Str("Cada número recuerda de dónde vino."))),
            BookFrame.Entry.of(chapter()),
            new BookFrame.Entry("next", "en", List.of(new Str("What comes next")), List.of())));
  }

  static PageContext context() {
    return PageContext.atRoot(book());
  }

  private String entry(Ledger.Kind kind, Standing standing, String text, String expression) {
    String id = "n" + (entries.size() + 1);
    boolean gradient = kind == Ledger.Kind.GRADIENT;
    entries.add(
        new Entry(
            id,
            kind,
            standing,
            10 + entries.size(),
            5,
            text,
            expression.isEmpty() ? Optional.empty() : Optional.of(expression),
            Optional.of(text.contains(".") ? text : text + ".0"),
            standing == Standing.CHECKED ? Optional.of("0.005") : Optional.empty(),
            switch (standing) {
              case CITED -> Optional.of("estimate");
              case PLAIN -> Optional.of("fecha");
              case COMPUTED, CHECKED, GIVEN -> Optional.empty();
            },
            gradient
                ? Optional.of(new Witnesses(text, text, text + ".0000000001", "2e-10"))
                : Optional.empty()));
    return id;
  }

  private Num num(String text, Standing standing, String expression) {
    return new Num(text, entry(Ledger.Kind.NUMERAL, standing, text, expression));
  }

  private Num computed(String text, String expression) {
    return num(text, Standing.COMPUTED, expression);
  }

  private Num grad(String text, String expression) {
    return new Num(text, entry(Ledger.Kind.GRADIENT, Standing.COMPUTED, text, expression));
  }

  private static Str str(String text) {
    return new Str(text);
  }

  private static Inline code(String text) {
    return new Inline.CodeSpan(Optional.empty(), List.of(str(text)));
  }

  private static Rich p(Inline... inlines) {
    return new Rich.Paragraph(List.of(inlines));
  }

  private static Head head(String id, Inline... title) {
    return new Head(id, List.of(title));
  }

  private Token token(Listing.Kind kind, String text) {
    boolean number = kind == Listing.Kind.NUMBER;
    return new Token(
        kind,
        text,
        number
            ? Optional.of(entry(Ledger.Kind.NUMERAL, Standing.GIVEN, text, ""))
            : Optional.empty());
  }

  private static Token plain(String text) {
    return new Token(Listing.Kind.PLAIN, text, Optional.empty());
  }

  private CompiledChapter build() {
    List<Inline> title = List.of(str("La derivada parcial en la multiplicación"));
    List<Inline> summary =
        List.of(str("En "), code("a * b"), str(", cada variable es la pendiente de la otra."));
    List<Part> blocks =
        List.of(
            dialogue(), prose(), example(), rule(), listing(), notRun(), exercise(), headings());
    return new CompiledChapter(
        CompiledChapter.VERSION,
        "derivada-parcial",
        "es",
        title,
        summary,
        List.of("value"),
        List.of(
            new Source("estimate", "Una estimación", Optional.of("https://example.org/estimate")),
            new Source("book", "Un libro sin dirección", Optional.empty())),
        blocks,
        new Ledger(entries));
  }

  private Part dialogue() {
    return new Part.Dialogue(
        head("b1"),
        List.of(
            new Part.Dialogue.Turn(
                "aprendiz", List.of(p(str("¡PARÁ! ¿Qué es eso? ¿Cómo se llama esa regla?")))),
            new Part.Dialogue.Turn(
                "guía",
                List.of(
                    p(
                        str("Se llama "),
                        new Inline.Strong(List.of(str("derivada parcial"))),
                        str(", y es del "),
                        num("1676", Standing.PLAIN, ""),
                        str(".")))),
            new Part.Dialogue.Turn("aprendiz", List.of(p(str("Es una locura."))))));
  }

  private Part prose() {
    Inline statement =
        new Inline.CodeSpan(
            Optional.of(
                entry(Ledger.Kind.STATEMENT, Standing.CHECKED, "0.04 / 0.01 = 4", "c.change")),
            List.of(
                num("0.04", Standing.CHECKED, "n.change"),
                str(" / "),
                num("0.01", Standing.GIVEN, "n.by"),
                str(" = "),
                num("4", Standing.CHECKED, "b")));
    Inline rule =
        new Inline.CodeSpan(
            Optional.of(entry(Ledger.Kind.STATEMENT, Standing.CHECKED, "dc/da = b", "dc/da")),
            List.of(str("dc/da = b")));
    Inline bound =
        new Inline.Bound(
            entry(Ledger.Kind.CONDITION, Standing.CHECKED, "la pendiente crece", "b2 > b1"),
            List.of(str("la "), new Inline.Emphasis(List.of(str("pendiente"))), str(" crece")));
    return new Part.Prose(
        head("b2"),
        List.of(
            p(
                str("Si movés "),
                code("a"),
                str(" un poquito, "),
                code("c"),
                str(" pasa a "),
                computed("12.04", "(a + 0.01) * b"),
                str(": "),
                statement,
                str(", que es exactamente "),
                code("b"),
                str(". Y eso es el gradiente: "),
                rule,
                str("."),
                new Inline.FootnoteReference("1"),
                str(" Acá "),
                bound,
                str(".")),
            new Rich.BulletList(
                true,
                List.of(
                    new Rich.Item(
                        Optional.empty(),
                        List.of(
                            p(
                                new Inline.Link(
                                    "https://example.org/?a=1&b=2",
                                    "otra página",
                                    List.of(str("unas "), computed("20", "x"), str(" páginas"))),
                                str(" y GPT tiene "),
                                num("1.8", Standing.CITED, ""),
                                str(" billones.")))),
                    new Rich.Item(
                        Optional.empty(),
                        List.of(
                            p(
                                str("Una línea dura"),
                                new Inline.LineBreak(true),
                                str("y otra.")))))),
            new Rich.OrderedList(
                3,
                false,
                List.of(
                    new Rich.Item(Optional.empty(), List.of(p(str("Tres.")), p(str("Otro.")))),
                    new Rich.Item(Optional.empty(), List.of(p(str("Cuatro.")))))),
            new Rich.BulletList(
                true,
                List.of(
                    new Rich.Item(Optional.of(true), List.of(p(str("medir")))),
                    new Rich.Item(Optional.of(false), List.of(p(str("ajustar")))))),
            new Rich.BlockQuote(
                List.of(
                    p(
                        str("Si muevo "),
                        new Inline.Strikethrough(List.of(str("todo"))),
                        str(" "),
                        code("a"),
                        str(", ¿cuánto cambia?")))),
            new Rich.CodeBlock(
                "",
                List.of(
                    str("a = "),
                    num("3.01", Standing.CHECKED, "a + 0.01"),
                    str("  (moví a un poquito)\nc = 3.01 * 4 = "),
                    num("12.04", Standing.CHECKED, "(a + 0.01) * b"),
                    str("\n"))),
            new Rich.Table(
                List.of(Rich.Alignment.LEFT, Rich.Alignment.RIGHT, Rich.Alignment.CENTER),
                List.of(cell(str("a")), cell(str("c")), cell(str("nota"))),
                List.of(
                    new Rich.Row(
                        List.of(
                            cell(num("1", Standing.CHECKED, "1")),
                            cell(num("4", Standing.CHECKED, "4")),
                            cell(code("x | y")))))),
            new Rich.ThematicBreak(),
            p(
                new Inline.Image(
                    "img/recta.png",
                    "",
                    List.of(str("una recta de pendiente "), computed("4", "b"))),
                new Inline.LineBreak(false),
                str("y su pie")),
            new Rich.FootnoteDefinition(
                "1", List.of(p(str("Para "), computed("4", "b"), str(" vale lo mismo."))))));
  }

  private static Rich.Cell cell(Inline... inlines) {
    return new Rich.Cell(List.of(inlines));
  }

  private Part example() {
    Num a = num("3", Standing.GIVEN, "a");
    Num b = num("4", Standing.GIVEN, "b");
    Num d = num("2", Standing.GIVEN, "d");
    Num c = computed("12", "c");
    Num e = computed("14", "e");
    Num t = computed("0.999999", "t");
    Num da = grad("4", "dt/da");
    Num db = grad("3", "dt/db");
    Num one = grad("1", "dt/dt");
    List<View> views =
        List.of(
            new View.Values(
                List.of(
                    new View.Values.Row("a", Optional.empty(), a),
                    new View.Values.Row("c", Optional.of("a * b"), c))),
            new View.Gradients(
                "t",
                List.of(new View.Gradients.Row("a", a, da), new View.Gradients.Row("b", b, db))),
            new View.Graph(
                "t",
                List.of(
                    node("v1", "a", "", List.of(), a, da),
                    node("v2", "b", "", List.of(), b, db),
                    node("v3", "c", "*", List.of("v1", "v2"), c, one),
                    node("v4", "d", "", List.of(), d, one),
                    node("v5", "e", "+", List.of("v3", "v4"), e, one),
                    new View.Graph.Node("v6", "", "", List.of(), d, Optional.empty()),
                    new View.Graph.Node("v7", "", "**", List.of("v5", "v6"), e, Optional.empty()),
                    node("v8", "t", "tanh", List.of("v7"), t, one))),
            new View.Nudge(
                "c",
                List.of(
                    new View.Nudge.Row(
                        "a",
                        num("0.01", Standing.GIVEN, ""),
                        c,
                        computed("12.04", "c'"),
                        computed("0.04", "c' - c"),
                        computed("4", "0.04 / 0.01"),
                        da))),
            new View.Chain(
                "t",
                "a",
                List.of(
                    new View.Chain.Path(
                        List.of(
                            new View.Chain.Step("t", "c", "1 - t**2", computed("1", "1")),
                            new View.Chain.Step("c", "a", "b", computed("4", "b"))),
                        computed("4", "1 * 4")),
                    new View.Chain.Path(
                        List.of(new View.Chain.Step("t", "a", "", computed("0", "0"))),
                        computed("0", "0"))),
                computed("4", "dt/da")),
            new View.Chain(
                "e",
                "c",
                List.of(
                    new View.Chain.Path(
                        List.of(new View.Chain.Step("e", "c", "1", computed("1", "de/dc"))),
                        computed("1", "de/dc"))),
                computed("1", "de/dc")),
            new View.Table(
                List.of(
                    new View.Table.Heading(List.of(code("a"))),
                    new View.Table.Heading(List.of(code("a * 4")))),
                List.of(
                    new View.Table.Row(
                        List.of(
                            new View.Table.Cell(List.of(computed("1", "a"))),
                            new View.Table.Cell(List.of(computed("4", "a * 4"))))))));
    Listing listing =
        new Listing(
            "python",
            Optional.empty(),
            List.of(
                new Line(
                    List.of(
                        new Token(Listing.Kind.NAME, "c", Optional.empty()),
                        plain(" "),
                        new Token(Listing.Kind.OPERATOR, "=", Optional.empty()),
                        plain(" a * b  "),
                        new Token(Listing.Kind.COMMENT, "# c recuerda", Optional.empty()))),
                new Line(List.of())),
            List.of());
    return new Part.Example(
        head("producto", str("Dos perillas y un "), code("Value")),
        List.of(
            new Input("a", a, Optional.empty()),
            new Input(
                "b",
                b,
                Optional.of(
                    new Input.Range(Optional.of("0"), Optional.of("10"), Optional.empty())))),
        listing,
        List.of(str("El producto de "), a, str(" y "), b, str(".")),
        views);
  }

  private static View.Graph.Node node(
      String id, String name, String op, List<String> operands, Num data, Num grad) {
    return new View.Graph.Node(id, name, op, operands, data, Optional.of(grad));
  }

  private Part rule() {
    return new Part.Note(
        head("regla", str("el producto")),
        Kind.RULE,
        List.of(p(str("En "), code("a * b"), str(", cada variable es la pendiente de la otra."))));
  }

  private Part listing() {
    List<Line> lines =
        List.of(
            new Line(
                List.of(
                    new Token(Listing.Kind.KEYWORD, "for", Optional.empty()),
                    plain(" a "),
                    new Token(Listing.Kind.KEYWORD, "in", Optional.empty()),
                    plain(" ["),
                    token(Listing.Kind.NUMBER, "1"),
                    plain(", "),
                    token(Listing.Kind.NUMBER, "2"),
                    plain("]:"))),
            new Line(
                List.of(
                    plain("    print("),
                    new Token(Listing.Kind.STRING, "'<a & b>'", Optional.empty()),
                    plain(", a * "),
                    token(Listing.Kind.NUMBER, "4"),
                    plain(")"))));
    Token four =
        new Token(
            Listing.Kind.NUMBER,
            "4",
            Optional.of(entry(Ledger.Kind.NUMERAL, Standing.COMPUTED, "4", "print")));
    return new Part.Code(
        head("recta"),
        new Listing(
            "python", Optional.empty(), lines, List.of(new Line(List.of(plain("<a & b> "), four)))),
        true,
        List.of(),
        List.of());
  }

  private Part notRun() {
    return new Part.Code(
        head("b6"),
        new Listing(
            "text",
            Optional.of("es una idea, no un programa"),
            List.of(new Line(List.of(plain("repetir: ajustar cada perilla")))),
            List.of()),
        false,
        List.of(str("El training loop.")),
        List.of());
  }

  private Part exercise() {
    Num answer = new Num("-6", entry(Ledger.Kind.ANSWER, Standing.COMPUTED, "-6", "xw"));
    Num mistake = new Num("-1", entry(Ledger.Kind.MISTAKE, Standing.COMPUTED, "-1", "x + w"));
    Asked number =
        new Asked(
            "xw",
            List.of(p(str("¿Cuánto vale "), code("xw"), str("?"))),
            new Asked.Task.Numeric(),
            Optional.of("kind number\nanswer -6\ndecimal point\nmistake -1\n"),
            List.of(
                List.of(p(str("Multiplicá "), code("x"), str(" por "), code("w"), str("."))),
                List.of(p(str("El signo también se multiplica.")))),
            Optional.of(
                new Asked.Told(
                    new Asked.Right.Numeric(answer, "0.5"),
                    List.of(p(str("Es "), computed("-6", "xw"), str("."))),
                    List.of(
                        new Asked.Mistake(List.of(mistake), List.of(p(str("Eso es la suma."))))),
                    List.of(
                        new Asked.Attempt(
                            List.of(num("-6", Standing.CHECKED, "xw")), Verdict.RIGHT),
                        new Asked.Attempt(
                            List.of(num("-1", Standing.CHECKED, "xw")), Verdict.WRONG),
                        new Asked.Attempt(
                            List.of(str("¿Cambia b? No sé.")), Verdict.UNANSWERED)))));
    Asked choice =
        new Asked(
            "signo",
            List.of(p(str("¿Qué signo tiene?"))),
            new Asked.Task.Choice(
                false,
                List.of(
                    List.of(p(str("negativo, como "), computed("-6", "xw"))),
                    List.of(p(str("positivo"))))),
            Optional.of("kind choice\nright 0\nsaid \n"),
            List.of(List.of(p(str("Mirá el peso.")))),
            told(new Asked.Right.Choice(List.of(0))));
    Asked formula =
        new Asked(
            "formula",
            List.of(p(str("¿Y con letras?"))),
            new Asked.Task.Formula(List.of("x", "w")),
            Optional.of("kind formula\nname x -4 4\nname w -4 4\nanswer x * w\n"),
            List.of(),
            told(new Asked.Right.Formula(List.of(code("x * w")))));
    Asked order =
        new Asked(
            "orden",
            List.of(p(str("¿En qué orden?"))),
            new Asked.Task.Order(
                2, List.of(List.of(p(str("Sumar."))), List.of(p(str("Multiplicar."))))),
            Optional.of("kind order\nstep Sumar.\nstep Multiplicar.\nright 1,0\n"),
            List.of(),
            told(new Asked.Right.Order(List.of(1, 0))));
    Asked blanks =
        new Asked(
            "hueco",
            List.of(p(str("¿Qué falta?"))),
            new Asked.Task.Blanks(
                new Listing(
                    "python",
                    Optional.empty(),
                    List.of(new Line(List.of(plain("xw = x "), plain("____"), plain(" w")))),
                    List.of()),
                1),
            Optional.empty(),
            List.of(),
            told(new Asked.Right.Blanks(List.of(new Asked.Fill(List.of(code("*")))))));
    Asked free =
        new Asked(
            "porque",
            List.of(p(str("¿Por qué?"))),
            new Asked.Task.Text(),
            Optional.empty(),
            List.of(),
            told(new Asked.Right.Text(List.of(p(str("Porque la suma no amplifica."))))));
    Asked kept =
        new Asked(
            "aparte",
            List.of(p(str("¿Y sin respuesta a la vista?"))),
            new Asked.Task.Numeric(),
            Optional.empty(),
            List.of(),
            Optional.empty());
    Variant first =
        new Variant(
            List.of(p(str("Calculá primero los valores y después los gradientes."))),
            List.of(new Input("x", num("2", Standing.GIVEN, "x"), Optional.empty())),
            Optional.of(
                new Listing(
                    "python",
                    Optional.empty(),
                    List.of(new Line(List.of(plain("xw = x * w")))),
                    List.of())),
            List.of(
                new View.Graph(
                    "xw",
                    List.of(
                        node("v1", "x", "", List.of(), answer, mistake),
                        node("v2", "w", "", List.of(), mistake, answer),
                        node("v3", "xw", "*", List.of("v1", "v2"), answer, mistake)))),
            List.of(number, choice, formula, order, blanks, free));
    Variant second =
        new Variant(
            List.of(p(str("Con otros números."))),
            List.of(new Input("x", num("5", Standing.GIVEN, "x"), Optional.empty())),
            Optional.empty(),
            List.of(),
            List.of(kept));
    return new Part.Exercise(head("suma", str("Calculá los gradientes")), first, List.of(second));
  }

  private static Optional<Asked.Told> told(Asked.Right right) {
    return Optional.of(new Asked.Told(right, List.of(), List.of(), List.of()));
  }

  private Part headings() {
    return new Part.Prose(
        head("cierre", str("Para cerrar")),
        List.of(
            new Rich.Heading(1, List.of(str("Lo que sabemos"))),
            p(str("Todo.")),
            new Rich.Heading(4, List.of(str("Y lo que no"))),
            p(
                str(
                    "1. Esto no es una lista, ni *esto* énfasis, ni <b>esto</b> HTML, ni $5$"
                        + " math."))));
  }
}
