package dev.perilla.chapter.format;

import dev.perilla.chapter.format.Node.Scalar;
import dev.perilla.chapter.format.Shape.Word;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a scalar has to look like, by kind of word.
final class Words {
  private static final int NUMBER_LENGTH = 400;
  private static final String DIGITS = "[0-9](?:_?[0-9])*";
  private static final String WHOLE_FORM = "[+-]?(?:0(?:_?0)*|[1-9](?:_?[0-9])*)";
  private static final String FLOAT_FORM =
      "[+-]?(?:"
          + DIGITS
          + "\\.(?:"
          + DIGITS
          + ")?|\\."
          + DIGITS
          + "|"
          + DIGITS
          + "(?=[eE]))"
          + "(?:[eE][+-]?"
          + DIGITS
          + ")?";
  private static final Pattern WHOLE = Pattern.compile(WHOLE_FORM);
  private static final Pattern FLOAT = Pattern.compile(FLOAT_FORM);

  /// The same for the schema, where a pattern is searched for.
  static final String WHOLE_PATTERN = "^" + WHOLE_FORM + "$";

  static final String NUMBER_PATTERN = "^(?:" + WHOLE_FORM + "|" + FLOAT_FORM + ")$";

  /// What ends with `_` is a name of the page's own, as `main_` is.
  static final String ID = "[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9-])?";

  static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}";
  private static final Pattern IDS = Pattern.compile(ID);

  /// A name of Python, as the schema has it.
  static final String NAME = "[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}_]*";

  private static final Pattern NAMES = Pattern.compile(NAME);

  /// A key and its value without a blank between them.
  private static final Pattern TIGHT = Pattern.compile(NAME + ":[^\\s:]\\S*");

  private static final Pattern LANGUAGES = Pattern.compile(LANGUAGE);

  private Words() {}

  /// Whether the model can hold it although it is at fault: a flag has to be one, and so has a
  /// number.
  static boolean isUsable(Word word, Scalar scalar) {
    return switch (word) {
      case FLAG -> flag(scalar).isPresent();
      case COUNT, WHOLE, NUMBER -> fault(word, scalar, "").isEmpty();
      default -> true;
    };
  }

  static Optional<Boolean> flag(Scalar scalar) {
    return scalar.quoted()
        ? Optional.empty()
        : switch (scalar.value()) {
          case "true", "True", "TRUE" -> Optional.of(true);
          case "false", "False", "FALSE" -> Optional.of(false);
          default -> Optional.empty();
        };
  }

  /// What is wrong with `scalar` as a `word`.
  static Optional<Finding> fault(Word word, Scalar scalar, String what) {
    Text text = scalar.text();
    String value = text.value();
    Span place = text.span();
    if (word != Word.ANYTHING && value.isBlank()) {
      return Optional.of(
          Finding.error(FormatCode.EMPTY, place, what + " is empty")
              .help("write something, or delete the key"));
    }
    return switch (word) {
      case TEXT, ANYTHING, EXPRESSION -> Optional.empty();
      case LINE -> line(text, what);
      case NUMBER -> number(text, what, false);
      case WHOLE, COUNT -> number(text, what, true).or(() -> positive(word, text, what));
      case FLAG ->
          fails(
              flag(scalar).isPresent(),
              FormatCode.WRONG_SHAPE,
              text,
              what + " is true or false, here is `" + FormCheck.shown(text) + "`",
              "write true or false, without quotes");
      case ID -> isId(value) ? Optional.empty() : Optional.of(noId(text));
      case NAME -> isName(value) ? Optional.empty() : Optional.of(noName(text));
      case LANGUAGE ->
          fails(
              isLanguage(value),
              FormatCode.BAD_LANGUAGE,
              text,
              "`" + FormCheck.shown(text) + "` is no language tag",
              Optional.of(value.replace('_', '-'))
                  .filter(Words::isLanguage)
                  .map(tag -> "write `" + tag + "`")
                  .orElse("write `es`, `en` or the like"));
      case VERSION ->
          fails(
              value.equals("1"),
              FormatCode.VERSION,
              text,
              "this program reads version 1 of the format, not `" + FormCheck.shown(text) + "`",
              "write `perilla: 1`");
      case PATTERN -> pattern(text, what);
    };
  }

  private static Finding noId(Text text) {
    return Finding.error(FormatCode.BAD_ID, text.span(), "`" + FormCheck.shown(text) + "` is no id")
        .help(
            slug(text.value()).map(it -> "write `" + it + "`; ").orElse("")
                + "an id is made of letters from a to z, digits and hyphens, at most 80");
  }

  private static Finding noName(Text text) {
    String value = text.value();
    return Finding.error(
            FormatCode.BAD_NAME,
            text.span(),
            "`" + FormCheck.shown(text) + "` is no name of a program")
        .help(
            TIGHT.matcher(value).matches()
                ? "a blank stands behind the colon: `" + value.replaceFirst(":", ": ") + "`"
                : value.matches("\\d+")
                    ? "a comma parts two entries here: the decimal mark is a point, as in 3.5"
                    : "a name starts with a letter and goes on with letters, digits and `_`");
  }

  private static Optional<Finding> fails(
      boolean holds, FormatCode code, Text text, String message, String help) {
    return holds
        ? Optional.empty()
        : Optional.of(Finding.error(code, text.span(), message).help(help));
  }

  private static Optional<Finding> line(Text text, String what) {
    String stripped = text.value().stripTrailing();
    int end = stripped.indexOf('\n');
    if (end < 0) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(
                FormatCode.WRONG_SHAPE,
                text.span(end, end + 1),
                what + " is one line, a second one starts here")
            .help("write it on one line, or below `>`"));
  }

  private static Optional<Finding> number(Text text, String what, boolean whole) {
    String value = text.value();
    boolean fits =
        value.length() <= NUMBER_LENGTH
            && (WHOLE.matcher(value).matches()
                || (!whole
                    && FLOAT.matcher(value).matches()
                    && Double.isFinite(Double.parseDouble(value.replace("_", "")))));
    if (fits) {
      return Optional.empty();
    }
    String help =
        value.contains(",")
            ? "the decimal mark is a point, and `_` groups digits"
            : value.contains("\u2212")
                ? "write the minus sign of the keyboard, `-`"
                : whole
                    ? "write a whole number, like 12 or 20_000"
                    : "write a number, like 3, -0.5 or 1e-4";
    String message = what + " is a number, here is `" + FormCheck.shown(text) + "`";
    return Optional.of(Finding.error(FormatCode.BAD_NUMBER, text.span(), message).help(help));
  }

  private static Optional<Finding> positive(Word word, Text text, String what) {
    boolean counts = text.value().matches("\\+?[1-9].*");
    return word == Word.COUNT
        ? fails(
            counts,
            FormatCode.BAD_NUMBER,
            text,
            what + " counts from 1, here is `" + FormCheck.shown(text) + "`",
            "write a number from 1")
        : Optional.empty();
  }

  static boolean isId(String value) {
    return value.length() <= 80 && IDS.matcher(value).matches();
  }

  /// An id that says the same in the letters that an id has.
  private static Optional<String> slug(String value) {
    String plain = Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String words =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return Optional.of(words).filter(it -> it.length() > 1 && isId(it) && value.indexOf('/') < 0);
  }

  /// Whether it is the tag of a language; of those of two letters all are known.
  static boolean isLanguage(String value) {
    boolean isShort = value.length() == 2 || value.indexOf('-') == 2;
    return value.length() <= 40
        && LANGUAGES.matcher(value).matches()
        && (!isShort || List.of(Locale.getISOLanguages()).contains(value.substring(0, 2)));
  }

  static boolean isName(String value) {
    return value.length() <= 80 && NAMES.matcher(value).matches();
  }

  private static Optional<Finding> pattern(Text text, String what) {
    try {
      var _ = Pattern.compile(text.value());
      return Optional.empty();
    } catch (PatternSyntaxException wrong) {
      int at = Math.clamp(wrong.getIndex(), 0, text.value().length());
      Span place = text.value().length() > at ? text.span(at, at + 1) : text.span();
      return Optional.of(
          Finding.error(FormatCode.BAD_PATTERN, place, what + " is no regular expression here")
              .help("a character that means itself is written after a backslash"));
    }
  }
}
