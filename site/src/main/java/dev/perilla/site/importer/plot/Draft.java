package dev.perilla.site.importer.plot;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.Given;
import dev.perilla.chapter.Question;
import dev.perilla.chapter.Show;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.site.importer.lesson.Exercises;
import dev.perilla.site.importer.words.Equation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Blocks in the making, of values that have no place yet: the chapter is written and read again
/// before anything of it is reported.
public final class Draft {
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);

  /// A line that goes on none: it is empty, or begins an item, a quotation, a table or a fence.
  private static final Pattern BEGINS = Pattern.compile("\\s*(?:[-*+>#|]|\\d+[.)]\\s|```|~~~|$)");

  private Draft() {}

  /// A text without a place in a file.
  public static Text text(String value) {
    return Text.of(SourceFile.of("lesson", value));
  }

  /// The same, for a field that may be left out.
  public static Optional<Text> some(String value) {
    return Optional.of(text(value));
  }

  /// The head of a block: its type and its id.
  public static Block.Head head(String type, Optional<String> id) {
    return new Block.Head(text(type), id.map(Draft::text), Optional.empty(), Optional.empty());
  }

  /// A block of prose. Blanks at the ends of lines, which nobody sees and YAML does not write in
  /// lines, go; where they break one, a backslash does.
  public static Block.Prose prose(String markdown) {
    return new Block.Prose(head("prose", Optional.empty()), text(unblanked(markdown)));
  }

  private static String unblanked(String markdown) {
    if (!BLANKS.matcher(markdown).find()) {
      return markdown;
    }
    StringBuilder out = new StringBuilder();
    String[] lines = markdown.split("\n", -1);
    boolean inFence = false;
    for (int i = 0; i < lines.length; i++) {
      String line = ended(lines[i]);
      inFence ^= line.strip().startsWith("```") || line.strip().startsWith("~~~");
      boolean isBroken =
          lines[i].endsWith("  ")
              && !inFence
              && !line.isEmpty()
              && !line.startsWith("#")
              && !line.endsWith("|")
              && i + 1 < lines.length
              && !BEGINS.matcher(lines[i + 1]).lookingAt();
      out.append(i == 0 ? "" : "\n").append(line).append(isBroken ? "\\" : "");
    }
    return out.toString();
  }

  private static String ended(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }

  /// Code without blanks at the ends of its lines, where they are in no text of several lines.
  private static String code(String code) {
    return code.contains("\"\"\"") || code.contains("'''") ? code : ended(code);
  }

  static Block.Code code(String id, String code) {
    return new Block.Code(
        head("code", Optional.of(id)),
        text(code(code) + "\n"),
        Optional.empty(),
        true,
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// The inputs and the code of a block that runs.
  public static Optional<String> code(Block block) {
    return switch (block) {
      case Block.Example it -> Optional.of(given(it.given()) + it.code().value());
      case Block.Exercise it ->
          Optional.of(given(it.given()) + it.code().map(Text::value).orElse(""));
      case Block.Code it -> Optional.of(it.code().value());
      case Block.Prose it -> Optional.empty();
      case Block.Note it -> Optional.empty();
      case Block.Dialogue it -> Optional.empty();
    };
  }

  private static String given(List<Given> inputs) {
    StringBuilder code = new StringBuilder();
    for (Given input : inputs) {
      Text literal =
          switch (input) {
            case Given.Fixed it -> it.value();
            case Given.Knob it -> it.value();
            case Given.Range it -> it.from();
            case Given.OneOf it -> it.values().isEmpty() ? it.name() : it.values().get(0);
          };
      code.append(input.name().value()).append(" = Value(").append(literal.value()).append(")\n");
    }
    return code.toString();
  }

  /// An exercise, with the lesson's answer as somebody's who was right: the judge says whether.
  public static Block exercise(
      String text, Exercises.Answer answer, Optional<String> solution, Wording wording) {
    Question question =
        new Question(
            Optional.empty(),
            text("`" + answer.expression() + "`?"),
            new Question.Answer.Numeric(text(answer.expression()), Optional.empty()),
            List.of(),
            solution.map(Draft::text),
            List.of(),
            List.of(
                new Question.Attempt(
                    text(answer.digits()), Question.Verdict.RIGHT, text(wording.say("right")))));
    return new Block.Exercise(
        head("exercise", Optional.empty()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        text(text + "\n"),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(question));
  }

  /// A listing that is shown and not run.
  public static Block.Code kept(String lang, String code, String reason) {
    return new Block.Code(
        head("code", Optional.empty()),
        text(code(code) + "\n"),
        some(lang),
        false,
        some(reason),
        false,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// An example with steps as they stand.
  static Block.Example example(
      String id, Map<String, String> given, String code, Optional<String> output, boolean graph) {
    List<Given> inputs = new ArrayList<>();
    given.forEach((name, literal) -> inputs.add(given(name, literal)));
    List<Show> show = new ArrayList<>();
    if (output.isPresent() && graph) {
      show.add(new Show.Graph(text("graph")));
    }
    if (output.isPresent()) {
      show.add(new Show.Gradients(text("gradients"), List.of()));
    }
    return new Block.Example(
        head("example", Optional.of(id)),
        inputs,
        text(code(code) + "\n"),
        output.map(Draft::text),
        Optional.empty(),
        List.of(),
        show);
  }

  static Given given(String name, String literal) {
    return new Given.Fixed(text(name), text(literal));
  }

  /// An example while statements are still found that belong to it.
  static final class Open {
    final String id;
    final Map<String, String> given = new LinkedHashMap<>();
    final Map<String, String> formulas = new LinkedHashMap<>();
    final Map<String, String> expect = new LinkedHashMap<>();
    final List<Question> questions = new ArrayList<>();
    final Set<String> values = new HashSet<>();
    boolean graph = false;
    Optional<String> output = Optional.empty();

    Open(String id) {
      this.id = id;
    }

    /// Takes back the formula of a name, where another goes by a step of the example that no
    /// formula uses yet, and nothing was made of the name: `f = q * z`, said after `f = (x + y) *
    /// z`.
    boolean refines(String name, Equation.Side formula) {
      boolean step =
          formula.names().stream()
              .filter(formulas::containsKey)
              .anyMatch(it -> formulas.values().stream().noneMatch(code -> uses(code, it)));
      boolean free = formulas.values().stream().noneMatch(code -> uses(code, name));
      return step && free && formulas.remove(name) != null;
    }

    /// Lets formulas go by the steps that they spell out, so that there are derivatives by these:
    /// where `q = x + y` is a step too, `f = (x + y) * z` is `f = q * z`.
    void goBySteps() {
      Map<String, String> shorter = new LinkedHashMap<>();
      formulas.keySet().forEach(name -> place(name, new HashSet<>(), shorter));
      formulas.clear();
      formulas.putAll(shorter);
    }

    /// Puts a formula behind the steps that it goes by.
    private void place(String name, Set<String> begun, Map<String, String> shorter) {
      if (shorter.containsKey(name) || !begun.add(name)) {
        return;
      }
      String code = formulas.getOrDefault(name, "");
      for (Map.Entry<String, String> step : formulas.entrySet()) {
        String spelled = "(" + step.getValue() + ")";
        if (!step.getKey().equals(name)
            && code.contains(spelled)
            && Equation.names(step.getValue()).size() > 1) {
          place(step.getKey(), begun, shorter);
          code =
              code.replaceAll("(?<=\\w)" + Pattern.quote(spelled), "(" + step.getKey() + ")")
                  .replace(spelled, step.getKey());
        }
      }
      shorter.put(name, code);
    }

    private static boolean uses(String code, String name) {
      return Equation.names(code).contains(name);
    }

    int size() {
      return given.size() + formulas.size();
    }

    boolean has(String name) {
      return given.containsKey(name) || formulas.containsKey(name);
    }

    /// @param differentiated names by which the lesson takes derivatives
    /// @param methods as which the program has the functions of its formulas
    Block block(Set<String> differentiated, Methods methods) {
      StringBuilder code = new StringBuilder();
      if (formulas.isEmpty()) {
        given.forEach(
            (name, literal) ->
                code.append(name)
                    .append(" = ")
                    .append(differentiated.contains(name) ? "Value(" + literal + ")" : literal)
                    .append('\n'));
        return Draft.code(id, code.toString().stripTrailing());
      }
      formulas.forEach((name, formula) -> code.append(name + " = " + methods.of(formula) + "\n"));
      List<Given> inputs = new ArrayList<>();
      given.forEach((name, literal) -> inputs.add(given(name, literal)));
      List<Block.Expectation> expectations = new ArrayList<>();
      expect.forEach(
          (name, wanted) -> expectations.add(new Block.Expectation(text(name), text(wanted))));
      List<Show> show = new ArrayList<>();
      if (output.isPresent() && formulas.size() <= 12) {
        show.add(new Show.Graph(text("graph")));
      }
      if (output.isPresent() && !graph && questions.isEmpty()) {
        show.add(new Show.Gradients(text("gradients"), List.of()));
      }
      if (!questions.isEmpty()) {
        return new Block.Exercise(
            head("exercise", Optional.of(id)),
            inputs,
            some(code.toString()),
            output.map(Draft::text),
            text(questionsText()),
            expectations,
            show,
            Optional.empty(),
            questions);
      }
      return new Block.Example(
          head("example", Optional.of(id)),
          inputs,
          text(code.toString()),
          output.map(Draft::text),
          Optional.empty(),
          expectations,
          show);
    }

    private String questionsText() {
      StringBuilder text = new StringBuilder();
      formulas.forEach((name, formula) -> text.append("`" + name + " = " + formula + "`, "));
      return text.substring(0, Math.max(0, text.length() - 2));
    }
  }
}
