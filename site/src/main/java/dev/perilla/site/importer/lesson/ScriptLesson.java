package dev.perilla.site.importer.lesson;

import dev.perilla.site.importer.lesson.Lesson.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Python script that teaches: its opening docstring and the comments that stand alone between
/// blank lines (or `# %%` cells of Markdown) are words, the rest is listings.
public final class ScriptLesson {
  private static final Pattern DOCSTRING =
      Pattern.compile("\\A\\s*[rR]?(\"\"\"|''')(.*?)\\1[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);

  private ScriptLesson() {}

  /// Reads a program: its comments and its docstring are the words of the lesson.
  public static Lesson read(String text) {
    List<Item> items = new ArrayList<>();
    String rest = text;
    Optional<String> title = Optional.empty();
    if (rest.startsWith("#!")) {
      int end = rest.indexOf('\n');
      items.add(Item.Listing.of("text", end < 0 ? rest : rest.substring(0, end)));
      rest = end < 0 ? "" : rest.substring(end + 1);
    }
    Matcher docstring = DOCSTRING.matcher(rest);
    if (docstring.find()) {
      Lesson words = MarkdownLesson.read(docstring.group(2).strip());
      title = words.title();
      items.addAll(words.items());
      rest = rest.substring(docstring.end());
    }
    StringBuilder code = new StringBuilder();
    List<String> comment = new ArrayList<>();
    boolean afterBlank = true;
    for (String line : (rest + "\n").split("\n", -1)) {
      boolean isComment = line.startsWith("#");
      if (isComment && (afterBlank || !comment.isEmpty())) {
        comment.add(line);
        continue;
      }
      if (!comment.isEmpty()) {
        if (line.isBlank()) {
          flush(code, items);
          words(comment, items);
        } else {
          comment.forEach(it -> code.append(it).append('\n'));
        }
        comment.clear();
      }
      code.append(line).append('\n');
      afterBlank = line.isBlank();
    }
    words(comment, items);
    flush(code, items);
    if (title.isEmpty() && !items.isEmpty() && items.get(0) instanceof Item.Words first) {
      String line = first.markdown().lines().findFirst().orElse("").strip();
      title = line.isEmpty() || line.length() > 80 ? Optional.empty() : Optional.of(line);
      if (title.isPresent()) {
        items.set(
            0,
            new Item.Words(
                first.markdown().substring(first.markdown().indexOf(line) + line.length())));
      }
    }
    return new Lesson(title, Optional.empty(), items, List.of());
  }

  private static void flush(StringBuilder code, List<Item> items) {
    String text = code.toString().replaceAll("\\A(?:[ \\t]*\\n)+", "").stripTrailing();
    if (!text.isBlank()) {
      items.add(Item.Listing.of("python", text));
    }
    code.setLength(0);
  }

  private static void words(List<String> comment, List<Item> items) {
    if (comment.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (String line : comment) {
      String words = line.replaceFirst("^#+ ?", "");
      if (!words.matches("%%.*|[-=#*~ ]{3,}")) {
        text.append(words).append('\n');
      }
    }
    if (!text.toString().isBlank()) {
      items.addAll(MarkdownLesson.read(text.toString().strip()).items());
    }
  }
}
