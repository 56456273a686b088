package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A lesson in Markdown: a post, notes, or the transcript of a conversation.
public final class MarkdownLesson {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .maxOpenBlockParsers(64)
          .build();

  private static final Set<String> SPEAKERS =
      Set.of(
          "pregunta",
          "respuesta",
          "reacción",
          "reaccion",
          "user",
          "assistant",
          "human",
          "ai",
          "chatgpt",
          "claude",
          "gpt",
          "you",
          "system",
          "question",
          "answer",
          "q",
          "a",
          "student",
          "teacher",
          "tutor",
          "alumno",
          "alumna",
          "profesor",
          "profesora",
          "docente",
          "estudiante",
          "aprendiz",
          "guía",
          "usuario",
          "asistente",
          "learner",
          "instructor",
          "mentor",
          "respuesta del estudiante",
          "student answer",
          "reaction",
          "pupil",
          "professor",
          "prompt",
          "vos",
          "yo",
          "ella",
          "él",
          "bot",
          "interviewer",
          "me");

  private static final Set<String> LANGUAGES_OF_CODE = Set.of("python", "py", "python3", "pycon");
  private static final Set<String> OUTPUTS =
      Set.of("output", "text", "out", "console", "plaintext", "txt", "stdout", "");

  private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)");
  private static final Pattern MARGIN =
      Pattern.compile("(?:[ \\t]*>)*[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?");
  private static final Pattern DISPLAY =
      Pattern.compile(
          MARGIN
              + "(\\$\\$|\\\\\\[|\\\\begin\\{(?:align|equation|gather|aligned|eqnarray)\\*?\\})"
              + "(?!.*(?:\\$\\$|\\\\\\]|\\\\end\\{(?:align|equation|gather|aligned|eqnarray)\\*?\\})).*");

  /// What an answer is folded under.
  private static final Pattern FOLD =
      Pattern.compile(
          "(?isU)\\s*<details[^<>]*>\\s*<summary>\\s*(?:<\\w+>)?\\W*(?:show |view |see |the |ver"
              + " |la )*"
              + "(answer|solution|respuesta|solución|resposta|solução|réponse|lösung|答案)\\W*(?:</\\w+>)?"
              + "\\s*</summary>((?:(?!<details|</?summary).)*?)(?:</details>\\s*)?");

  /// A key of what the site of a lesson says of it, above the lesson.
  private static final Pattern FRONT_KEY = Pattern.compile("(?m)^(\\w[\\w-]*)\\s*[:=]");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final int LONGEST_FORMULA = 60; // lines

  private final String[] lines;
  private final List<String> voices;
  private final List<Item> items = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<String> title = Optional.empty();
  private boolean speaking = false;

  private MarkdownLesson(String text, List<String> voices) {
    this.lines = text.split("\n", -1);
    this.voices = voices.isEmpty() ? Voices.of(lines) : voices;
  }

  /// The lesson in `text`, whose lines end with `\n`.
  public static Lesson read(String text) {
    return read(text, List.of());
  }

  /// The same of a text of which it is known who speaks in it.
  static Lesson read(String text, List<String> voices) {
    return new MarkdownLesson(text, voices).all(text);
  }

  /// The items of one cell of a notebook.
  static List<Item> items(String text) {
    return read(text).items();
  }

  private Lesson all(String text) {
    int from = frontMatter();
    String body = text;
    if (from > 0) {
      body =
          "\n".repeat(from) + String.join("\n", Arrays.asList(lines).subList(from, lines.length));
    }
    Node document = PARSER.parse(masked(body));
    int next = from;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (spans.isEmpty()) {
        continue;
      }
      int first = spans.get(0).getLineIndex();
      int last = spans.get(spans.size() - 1).getLineIndex();
      if (first > next) {
        lost(next, first); // what the parser has no node for
      }
      if (node instanceof ListBlock list && listings(list).findAny().isPresent()) {
        list(list, first, last + 1);
      } else {
        block(node, slice(first, last + 1));
      }
      next = last + 1;
    }
    lost(next, lines.length);
    return new Lesson(title, Optional.empty(), Exercises.together(items), List.copyOf(notes));
  }

  /// The text with displayed formulas in words: a line of a formula may look like the line below a
  /// heading, a list or code. The blocks are cut from the lines as they are.
  private static String masked(String text) {
    if (text.indexOf('$') < 0 && text.indexOf('\\') < 0) {
      return text;
    }
    String[] all = text.split("\n", -1);
    boolean fence = false;
    for (int i = 0; i < all.length; i++) {
      fence ^= FENCE.matcher(all[i]).lookingAt();
      Matcher opens = DISPLAY.matcher(all[i]);
      if (fence || !opens.matches()) {
        continue;
      }
      String close =
          opens.group(1).equals("$$")
              ? "$$"
              : opens.group(1).equals("\\[") ? "\\]" : "\\end" + opens.group(1).substring(6);
      int end = i + 1;
      while (end < all.length && end < i + LONGEST_FORMULA && !all[end].contains(close)) {
        end++;
      }
      if (end >= all.length || !all[end].contains(close)) {
        continue;
      }
      for (int line = i; line <= end; line++) {
        Matcher margin = MARGIN.matcher(all[line]);
        all[line] = (margin.lookingAt() ? margin.group() : "") + "formula";
      }
      i = end;
    }
    return String.join("\n", all);
  }

  /// Lines that belong to no block are blank, or a definition of a link.
  private void lost(int from, int to) {
    String rest = slice(Math.min(from, to), to);
    if (!rest.isBlank()) {
      items.add(new Item.Words(rest.strip()));
    }
  }

  private String slice(int from, int to) {
    return String.join("\n", Arrays.asList(lines).subList(from, Math.min(to, lines.length)));
  }

  private int frontMatter() {
    String mark = lines[0].strip();
    if (lines.length < 3 || !(mark.equals("---") || mark.equals("+++"))) {
      return 0;
    }
    for (int i = 1; i < lines.length && i < 60; i++) {
      if (lines[i].strip().equals(mark)) {
        String matter = slice(1, i);
        if (!FRONT_KEY.matcher(matter).find()) {
          return 0;
        }
        Matcher named =
            Pattern.compile("(?m)^title\\s*[:=]\\s*[\"']?(.*?)[\"']?\\s*$").matcher(matter);
        if (named.find() && !named.group(1).isBlank()) {
          title = Optional.of(named.group(1));
        }
        String keys =
            FRONT_KEY
                .matcher(matter)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.equals("title"))
                .collect(Collectors.joining(", "));
        if (!keys.isEmpty()) {
          notes.add("what the site of the lesson says of it is left out: " + keys);
        }
        return i + 1;
      }
    }
    return 0;
  }

  private void block(Node node, String source) {
    switch (node) {
      case Heading heading -> heading(heading.getLevel(), source);
      case FencedCodeBlock fence -> fence(fence);
      case IndentedCodeBlock code -> fenceOf("", code.getLiteral());
      case Paragraph paragraph -> marked(source);
      case HtmlBlock html -> marked(source);
      default -> items.add(new Item.Words(words(source)));
    }
  }

  private static Stream<FencedCodeBlock> fences(Node node) {
    return Stream.iterate(node.getFirstChild(), Objects::nonNull, Node::getNext)
        .flatMap(it -> it instanceof FencedCodeBlock fence ? Stream.of(fence) : fences(it));
  }

  private static Stream<FencedCodeBlock> listings(ListBlock list) {
    return fences(list).filter(it -> LANGUAGES_OF_CODE.contains(label(it)));
  }

  /// A list with listings in its items: what stands between them, and they.
  private void list(ListBlock list, int first, int end) {
    int at = first;
    int margin = 0;
    for (FencedCodeBlock fence : fences(list).toList()) {
      List<SourceSpan> spans = fence.getSourceSpans();
      between(at, spans.getFirst().getLineIndex(), margin);
      fence(fence);
      at = spans.getLast().getLineIndex() + 1;
      String opens = lines[spans.getFirst().getLineIndex()];
      margin = opens.length() - opens.stripLeading().length();
    }
    between(at, end, margin);
  }

  /// Words of a list; those that go on with an item behind its listing stand by themselves.
  private void between(int from, int to, int margin) {
    StringBuilder out = new StringBuilder();
    boolean goesOn = true;
    for (String line : slice(from, to).split("\n", -1)) {
      goesOn &= line.isBlank() || line.startsWith(" ".repeat(margin));
      out.append(goesOn && !line.isBlank() ? line.substring(margin) : line).append('\n');
    }
    if (!out.toString().isBlank()) {
      items.add(new Item.Words(words(out.toString().strip())));
    }
  }

  private void marked(String source) {
    if (Html.isFrame(source)) {
      return;
    }
    Matcher fold = FOLD.matcher(source);
    if (fold.matches()) {
      String folded = "**" + titled(fold.group(1)) + ":** " + fold.group(2);
      items.add(new Item.Words(folded.strip()));
      return;
    }
    Optional<String> table = Html.table(source);
    if (table.isPresent()) {
      items.add(new Item.Words(table.get()));
    } else if (Html.isForeign(source)) {
      items.add(Item.Listing.of("html", source));
    } else {
      paragraph(words(source).strip());
    }
  }

  private String words(String source) {
    return Siblings.linked(Pictures.linked(Html.words(untabbed(source)), notes));
  }

  /// A tab at the edge indents, another one parts words: YAML writes none in a block of text.
  private static String untabbed(String source) {
    return source.indexOf('\t') < 0
        ? source
        : source.replaceAll("(?m)(?<=^[ \t]{0,40})\t", "    ").replace('\t', ' ');
  }

  private static String titled(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private void heading(int level, String source) {
    String words =
        Pictures.left(Html.words(source), notes)
            .replaceFirst("^#{1,6}[ \\t]*", "")
            .replaceFirst("[ \\t]+#+$", "")
            .replaceFirst("(?s)\\n[=-]+[ \\t]*$", "")
            .strip();
    String name = words.replaceAll("[*_:#]", "").strip();
    if (isSpeaker(name) && (words.endsWith(":") || words.endsWith(":**"))) {
      items.add(new Item.Speaker(name));
      speaking = true;
      return;
    }
    if (level == 1 && !words.isEmpty() && title.filter(it -> !isAlike(it, words)).isEmpty()) {
      title = Optional.of(words);
      return;
    }
    silence();
    items.add(new Item.Heading(level, words));
  }

  /// Whether a heading says what the title says, also with signs around it.
  private boolean isAlike(String title, String words) {
    return items.isEmpty()
        && NO_LETTERS
            .matcher(title)
            .replaceAll("")
            .equalsIgnoreCase(NO_LETTERS.matcher(words).replaceAll(""));
  }

  private void silence() {
    if (speaking) {
      items.add(new Item.Silence());
      speaking = false;
    }
  }

  private void fence(FencedCodeBlock fence) {
    fenceOf(label(fence), fence.getLiteral());
  }

  private static String label(FencedCodeBlock fence) {
    String info = fence.getInfo() == null ? "" : fence.getInfo().strip();
    return info.split("[\\s{,]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private void fenceOf(String label, String literal) {
    String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    if (text.isBlank()) {
      return;
    }
    boolean session = text.stripLeading().startsWith(">>> ");
    if (session && (label.isEmpty() || LANGUAGES_OF_CODE.contains(label))) {
      session(text);
    } else if (LANGUAGES_OF_CODE.contains(label)) {
      items.add(Item.Listing.of("python", text));
    } else if (OUTPUTS.contains(label) && isOutputOfLast()) {
      Item.Listing code = lastListing().orElseThrow();
      if (looksPrinted(text, code.code())) {
        items.set(items.lastIndexOf(code), code.printing(Optional.of(text)));
        return;
      }
      items.add(new Item.Fence(text));
    } else if (label.isEmpty() || OUTPUTS.contains(label) || label.equals("math")) {
      items.add(new Item.Fence(text));
    } else {
      items.add(Item.Listing.of(label, text));
    }
  }

  /// A session of the interactive interpreter, statement and output in turns.
  private void session(String text) {
    StringBuilder code = new StringBuilder();
    StringBuilder printed = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      boolean more = line.startsWith("...") && printed.isEmpty();
      if (line.startsWith(">>>") || more) {
        if (!printed.isEmpty()) {
          cell(code, printed);
        }
        code.append(line.length() > 4 ? line.substring(4) : "").append('\n');
      } else {
        printed.append(line).append('\n');
      }
    }
    cell(code, printed);
  }

  private void cell(StringBuilder code, StringBuilder printed) {
    String out = printed.toString().strip();
    String statements = code.toString().stripTrailing();
    Optional<String> shown = out.isEmpty() ? Optional.empty() : Optional.of(out);
    boolean prints = statements.substring(statements.lastIndexOf('\n') + 1).startsWith("print");
    boolean loops = statements.matches("(?s)(?:for|while|if|def|class|with|try)\\b.*");
    items.add(
        prints || loops
            ? Item.Listing.of("python", statements).printing(shown)
            : new Item.Listing("python", statements, Optional.empty(), shown));
    code.setLength(0);
    printed.setLength(0);
  }

  private Optional<Item.Listing> lastListing() {
    for (int i = items.size() - 1; i >= 0 && i >= items.size() - 2; i--) {
      if (items.get(i) instanceof Item.Listing listing) {
        return Optional.of(listing);
      }
    }
    return Optional.empty();
  }

  /// Whether a fence that comes now may be what the listing before it prints: right after it, or
  /// after a short line such as `Output:`.
  private boolean isOutputOfLast() {
    Optional<Item.Listing> last = lastListing();
    if (last.isEmpty()
        || last.get().printed().isPresent()
        || !last.get().lang().equals("python")
        || !last.get().code().contains("print")) {
      return false;
    }
    Item between = items.get(items.size() - 1);
    return between.equals(last.get())
        || (between instanceof Item.Words words
            && words.markdown().length() < 80
            && Pattern.compile(
                    "(?i)output|prints?\\b|printed|result|salida|imprime|resultado|muestra|you"
                        + " should see|gives")
                .matcher(words.markdown())
                .find());
  }

  private static boolean looksPrinted(String text, String code) {
    return !code.strip().equals(text.strip());
  }

  private void paragraph(String source) {
    for (String part : turns(source)) {
      Optional<Turn> turn = turn(part);
      turn.ifPresent(
          it -> {
            items.add(new Item.Speaker(it.who()));
            speaking = true;
          });
      String rest = turn.map(it -> part.substring(it.words())).orElse(part);
      if (!rest.isBlank()) {
        items.add(new Item.Words(rest));
      }
    }
  }

  /// Somebody begins to speak.
  ///
  /// @param words where what is said begins
  private record Turn(String who, int words) {}

  private Optional<Turn> turn(String part) {
    for (String voice : voices) {
      String lead = "**" + voice + ":**";
      if (part.stripLeading().startsWith(lead)) {
        int words = part.indexOf(lead) + lead.length();
        boolean apart = part.startsWith(" ", words);
        return Optional.of(new Turn(voice, apart ? words + 1 : words));
      }
    }
    Matcher speaker = Voices.LEAD.matcher(part);
    return speaker.find() && (isSpeaker(speaker.group(1)) || voices.contains(speaker.group(1)))
        ? Optional.of(new Turn(speaker.group(1), speaker.end()))
        : Optional.empty();
  }

  /// A paragraph in which several people speak, a line each.
  private List<String> turns(String source) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : source.split("\n", -1)) {
      if (!part.isEmpty() && turn(line).isPresent()) {
        parts.add(part.toString().stripTrailing());
        part.setLength(0);
      }
      part.append(line).append('\n');
    }
    parts.add(part.toString().stripTrailing());
    return parts;
  }

  private static boolean isSpeaker(String name) {
    return SPEAKERS.contains(name.strip().toLowerCase(Locale.ROOT));
  }
}
