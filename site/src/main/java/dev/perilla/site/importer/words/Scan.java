package dev.perilla.site.importer.words;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words and signs of one text of a lesson, as somebody reads it who looks for numbers: what is
/// a number, a name, an operator, and where one sentence ends and the next begins.
///
/// @param text the text
/// @param tokens from left to right
public record Scan(String text, List<Token> tokens) {
  private static final int MOST = 4000; // tokens
  private static final int LONGEST = 40_000; // characters
  private static final Pattern FENCE = Pattern.compile("^[ \\t>]*(`{3,}|~{3,})(.*)$");
  private static final Pattern LIST_MARK =
      Pattern.compile("^[ \\t>]*(?:\\d{1,9}[.)]|[-*+])(?=\\s|$)");
  private static final Pattern DEFINITION = Pattern.compile("^ {0,3}\\[[^\\]]+\\]:.*");
  private static final Pattern NAME =
      Pattern.compile("(?U)[\\p{L}_](?:[\\p{L}\\p{N}_&&[^₀-₉²³]])*[₀-₉]*(?:\\.(?:data|grad))?'*");
  private static final Pattern SKIPPED =
      Pattern.compile(
          "(?<![0-9-])[0-9]{4}-[01][0-9]-[0-3][0-9](?![0-9-])|\\]\\([^)\\n"
              + "]{0,2000}\\)|\\[\\^[^\\]\\n"
              + "]{1,200}\\]|https?://\\S+|<!--.{0,4000}?-->|mailto:\\S+");
  private static final char NO_NAME = '\u0002'; // in the place of a letter
  private static final String DERIVED =
      "[d∂δ](?:\\((\\p{L}[\\p{L}\\p{N}_₀-₉]*)\\)|(\\p{L}[\\p{L}\\p{N}_₀-₉]*))";
  private static final Pattern DERIVATIVE =
      Pattern.compile("(?U)(?<![\\p{L}\\p{N}_])" + DERIVED + "\\s?/\\s?" + DERIVED);

  public Scan {
    tokens = List.copyOf(tokens);
  }

  /// Where a token stands.
  public enum Zone {
    /// among the words of a text
    PROSE,
    /// within backticks
    CODE,
    /// in a fence
    FENCE
  }

  /// What a token is.
  public enum Kind {
    NUMBER,
    NAME,
    OPERATOR,
    RELATION,
    OPEN,
    CLOSE,
    COMMA,
    /// the end of a sentence, of a cell or of an item
    STOP,
    /// anything else, such as a bracket or a quotation mark
    OTHER
  }

  /// @param start 0-based offset in the text
  /// @param code in the notation of the code language
  /// @param group tokens of one code span or line of a fence have the same; 0 in prose
  public record Token(Kind kind, int start, int end, String code, Zone zone, int group) {
    /// Whether it is of that kind.
    public boolean is(Kind other) {
      return kind == other;
    }
  }

  /// A text in Markdown.
  ///
  /// Of one that is far longer than what people write in a paragraph there are no tokens: each
  /// number is looked at with all that stands near it.
  public static Scan markdown(String text, Notation notation) {
    if (text.length() > LONGEST) {
      return new Scan(text, List.of());
    }
    return new Reader(text, notation).markdown().ofPeople();
  }

  private Scan ofPeople() {
    return tokens.size() > MOST ? new Scan(text, List.of()) : this;
  }

  /// The content of a fence, or of a comment.
  public static Scan code(String text) {
    if (text.length() > LONGEST) {
      return new Scan(text, List.of());
    }
    Reader reader = new Reader(text, Notation.POINT);
    reader.fence(0, text.length());
    return new Scan(text, reader.tokens).ofPeople();
  }

  private static final class Reader {
    private final String text;
    private final Notation notation;
    private final List<Token> tokens = new ArrayList<>();
    private int groups = 0;

    Reader(String text, Notation notation) {
      this.text = text;
      this.notation = notation;
    }

    Scan markdown() {
      int at = 0;
      String fence = "";
      StringBuilder prose = new StringBuilder(); // blanks where something is skipped
      int proseStart = 0;
      while (at <= text.length()) {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        String line = text.substring(at, end);
        Matcher mark = FENCE.matcher(line);
        boolean isMark = mark.matches();
        if (fence.isEmpty() && isMark) {
          inline(prose.toString(), proseStart);
          prose.setLength(0);
          fence = mark.group(1);
        } else if (!fence.isEmpty() && isMark && mark.group(1).startsWith(fence)) {
          fence = "";
          proseStart = end + 1;
        } else if (!fence.isEmpty()) {
          fence(at, end);
        } else {
          if (prose.isEmpty()) {
            proseStart = at;
          }
          prose.append(line).append('\n');
        }
        at = end + 1;
      }
      inline(prose.toString(), proseStart);
      return new Scan(text, new Factors(text, tokens).signed());
    }

    void fence(int from, int to) {
      int at = from;
      while (at < to) {
        int end = text.indexOf('\n', at);
        end = end < 0 || end > to ? to : end;
        groups++;
        words(text.substring(at, end), at, Zone.FENCE, Notation.POINT, groups);
        stop(end);
        at = end + 1;
      }
    }

    private void stop(int at) {
      int place = Math.min(at, text.length());
      tokens.add(new Token(Kind.STOP, place, place, "", Zone.PROSE, 0));
    }

    /// Prose with its code spans.
    private void inline(String prose, int base) {
      char[] clean = prose.toCharArray();
      int at = 0;
      int from = 0;
      List<int[]> spans = new ArrayList<>();
      while (at < prose.length()) {
        if (prose.charAt(at) == '\\') {
          at += 2;
        } else if (prose.charAt(at) == '`') {
          int ticks = at;
          while (ticks < prose.length() && prose.charAt(ticks) == '`') {
            ticks++;
          }
          int close = close(prose, ticks, ticks - at);
          if (close >= 0) {
            spans.add(new int[] {from, at, ticks, close});
            at = close + (ticks - at);
            from = at;
          } else {
            at = ticks;
          }
        } else {
          at++;
        }
      }
      Matcher skipped = SKIPPED.matcher(prose);
      while (skipped.find()) {
        for (int i = skipped.start(); i < skipped.end(); i++) {
          clean[i] = clean[i] == '\n' ? '\n' : '\u0001';
        }
      }
      blankLines(clean);
      String visible = new String(clean);
      for (int[] span : spans) {
        lines(visible.substring(span[0], span[1]), base + span[0]);
        groups++;
        words(prose.substring(span[2], span[3]), base + span[2], Zone.CODE, Notation.POINT, groups);
      }
      lines(visible.substring(from), base + from);
      stop(base + prose.length());
    }

    /// Takes away the marks of lists and the definitions of links.
    private static void blankLines(char[] clean) {
      String all = new String(clean);
      int at = 0;
      while (at < all.length()) {
        int end = all.indexOf('\n', at);
        end = end < 0 ? all.length() : end;
        String line = all.substring(at, end);
        Matcher mark = LIST_MARK.matcher(line);
        int until =
            mark.find() ? mark.end() : DEFINITION.matcher(line).matches() ? line.length() : 0;
        for (int i = at; i < at + until; i++) {
          clean[i] = '\u0001';
        }
        at = end + 1;
      }
    }

    private static int close(String prose, int from, int count) {
      int at = from;
      while (at < prose.length()) {
        int open = prose.indexOf('`', at);
        if (open < 0) {
          return -1;
        }
        int end = open;
        while (end < prose.length() && prose.charAt(end) == '`') {
          end++;
        }
        if (end - open == count) {
          return open;
        }
        at = end;
      }
      return -1;
    }

    /// Prose without code: a blank line, an item and a cell end a sentence.
    private void lines(String prose, int base) {
      int at = 0;
      while (at <= prose.length()) {
        int end = prose.indexOf('\n', at);
        end = end < 0 ? prose.length() : end;
        String line = prose.substring(at, end);
        boolean begins = at > 0 && line.matches("\\s*(?:[-*+>|\u0001#].*)?");
        if (begins) {
          stop(base + at);
        }
        int cell = 0;
        boolean row = line.stripLeading().startsWith("|") || line.matches(".*\\s\\|\\s.*");
        while (row && line.indexOf('|', cell) >= 0) {
          int bar = line.indexOf('|', cell);
          words(line.substring(cell, bar), base + at + cell, Zone.PROSE, notation, 0);
          stop(base + at + bar);
          cell = bar + 1;
        }
        words(line.substring(cell), base + at + cell, Zone.PROSE, notation, 0);
        at = end + 1;
      }
    }

    /// What is derived, or by what, within brackets of its own or without.
    private static String derived(Matcher derivative, int group) {
      String bracketed = derivative.group(group);
      return Signs.name(bracketed == null ? derivative.group(group + 1) : bracketed);
    }

    private void words(String part, int base, Zone zone, Notation marks, int group) {
      Map<Integer, Numeral> numerals = new HashMap<>();
      for (Numeral numeral : Numeral.scan(part, marks)) {
        numerals.put(numeral.start(), numeral);
      }
      String named = ofNames(part);
      Map<Integer, Matcher> derivatives = new HashMap<>();
      Matcher quotient = DERIVATIVE.matcher(named);
      while (quotient.find()) {
        Matcher found = DERIVATIVE.matcher(named);
        found.region(quotient.start(), part.length());
        if (found.useAnchoringBounds(false).useTransparentBounds(true).lookingAt()) {
          derivatives.put(quotient.start(), found);
        }
      }
      Matcher name = NAME.matcher(named);
      int at = 0;
      while (at < part.length()) {
        char c = part.charAt(at);
        Numeral numeral = numerals.get(at);
        Matcher derivative = derivatives.get(at);
        if (derivative != null) {
          add(
              Kind.NAME,
              base + at,
              base + derivative.end(),
              "d" + derived(derivative, 1) + "/d" + derived(derivative, 3),
              zone,
              group);
          at = derivative.end();
        } else if (c == '∂' && name.region(at + 1, part.length()).lookingAt()) {
          add(Kind.OTHER, base + at, base + name.end(), "∂", zone, group); // `∂(x * y)/∂x`
          at = name.end();
        } else if (numeral != null && !subscript(c) && !isPower(part, at)) {
          at = number(numeral, base, zone, group);
        } else if (named.charAt(at) == NO_NAME) {
          int end = at;
          while (end < part.length() && named.charAt(end) == NO_NAME) {
            end++;
          }
          boolean beside = // a letter of names, or a number before
              (at > 0 && Character.isLetterOrDigit(part.charAt(at - 1)))
                  || (end < part.length() && Character.isLetter(part.charAt(end)));
          Kind kind = beside ? Kind.OTHER : Kind.NAME;
          add(kind, base + at, base + end, part.substring(at, end), zone, group);
          at = end;
        } else if (Character.isLetter(c) || c == '_' || c == 'Σ') {
          name.region(at, part.length());
          int end = name.lookingAt() ? name.end() : at + 1;
          boolean markup = c == '_' && zone == Zone.PROSE;
          if (markup) {
            at++;
            continue;
          }
          String word = part.substring(at, end);
          boolean deviation = word.equals("σ") && !part.startsWith("(", end); // no function
          add(Kind.NAME, base + at, base + end, deviation ? word : Signs.name(word), zone, group);
          at = end;
        } else {
          at = sign(part, at, base, zone, group);
        }
      }
    }

    /// The same, without the words in scripts in which nobody writes names: they stand right beside
    /// these, as in 损失L=4.
    private static String ofNames(String part) {
      char[] clean = part.toCharArray();
      for (int i = 0; i < clean.length; i++) {
        char c = clean[i];
        boolean follows = i > 0 && clean[i - 1] == NO_NAME && isMark(c);
        if (follows || (Character.isLetter(c) && !Numeral.isWord(c) && !Character.isSurrogate(c))) {
          clean[i] = NO_NAME;
        }
      }
      return new String(clean);
    }

    private static boolean isMark(char c) {
      int type = Character.getType(c);
      return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// `²` right after what it raises.
    private static boolean isPower(String part, int at) {
      char before = at > 0 ? part.charAt(at - 1) : ' ';
      return (part.charAt(at) == '²' || part.charAt(at) == '³')
          && (Character.isLetterOrDigit(before) || before == ')');
    }

    private static boolean subscript(char c) {
      return c >= '₀' && c <= '₉';
    }

    /// A sign that stands after an operand is an operator.
    private int number(Numeral numeral, int base, Zone zone, int group) {
      int start = base + numeral.start();
      String code = numeral.text();
      char first = code.charAt(0);
      boolean signed = "+-−–".indexOf(first) >= 0;
      boolean afterOperand =
          !tokens.isEmpty()
              && (tokens.getLast().is(Kind.NUMBER)
                  || tokens.getLast().is(Kind.NAME)
                  || tokens.getLast().is(Kind.CLOSE))
              && tokens.getLast().group() == group
              && text.substring(tokens.getLast().end(), start).isBlank();
      boolean apart = // `de -5 a -4.99`, `f becomes -12`
          afterOperand
              && tokens.getLast().end() < start
              && (zone == Zone.PROSE || tokens.getLast().code().matches("\\p{L}{3,}"));
      if (signed && afterOperand && !apart) {
        add(Kind.OPERATOR, start, start + 1, first == '+' ? "+" : "-", zone, group);
        start++;
        code = code.substring(1);
      }
      String digits = numeral.value().map(value -> code(value.abs(), numeral)).orElse("");
      boolean negative = code.startsWith("-") || code.startsWith("−") || code.startsWith("–");
      boolean minus = negative && !digits.isEmpty();
      add(Kind.NUMBER, start, base + numeral.end(), (minus ? "-" : "") + digits, zone, group);
      return numeral.end();
    }

    private static String code(java.math.BigDecimal value, Numeral numeral) {
      return numeral.text().endsWith("%")
          ? value.scaleByPowerOfTen(2).toPlainString() + "%"
          : value.toPlainString();
    }

    private int sign(String part, int at, int base, Zone zone, int group) {
      char c = part.charAt(at);
      int start = base + at;
      for (String relation : List.of("==", ":=", "->", "<=", ">=", "!=", "=>", "⇒")) {
        if (part.startsWith(relation, at)) {
          int end = start + relation.length();
          add(Kind.RELATION, start, end, Signs.relation(relation), zone, group);
          return at + relation.length();
        }
      }
      if (c == '*' && part.startsWith("**", at)) {
        boolean power = zone != Zone.PROSE || between(part, at, at + 2);
        if (power) {
          add(Kind.OPERATOR, start, start + 2, "**", zone, group);
        }
        return at + 2;
      }
      if ("=≈→←<>≤≥≠≃≔".indexOf(c) >= 0) {
        add(Kind.RELATION, start, start + 1, Signs.relation(String.valueOf(c)), zone, group);
      } else if (c == '*') {
        if (zone != Zone.PROSE || between(part, at, at + 1)) {
          add(Kind.OPERATOR, start, start + 1, "*", zone, group);
        }
      } else if (c == '-' && zone == Zone.PROSE && joined(part, at)) {
        add(Kind.OTHER, start, start + 1, "-", zone, group);
      } else if ("+-−–×·÷/^²³√⋅∗⊙".indexOf(c) >= 0) {
        add(Kind.OPERATOR, start, start + 1, Signs.operator(c), zone, group);
      } else if (c == '(' || c == '[') {
        add(Kind.OPEN, start, start + 1, "(", zone, group);
      } else if (c == ')' || c == ']') {
        add(Kind.CLOSE, start, start + 1, ")", zone, group);
      } else if (",，、".indexOf(c) >= 0) {
        add(Kind.COMMA, start, start + 1, ",", zone, group);
      } else if (".;!?¿¡。；！？।".indexOf(c) >= 0) {
        add(Kind.STOP, start, start + 1, String.valueOf(c), zone, group);
      } else if (!Character.isWhitespace(c)) {
        add(Kind.OTHER, start, start + 1, String.valueOf(c), zone, group);
      }
      return at + 1;
    }

    /// Whether an operator stands there, not the mark of an emphasis.
    private static boolean between(String part, int at, int end) {
      char before = at > 0 ? part.charAt(at - 1) : ' ';
      char after = end < part.length() ? part.charAt(end) : ' ';
      boolean blanks = before == ' ' && after == ' ' && at > 0 && end < part.length();
      boolean operands =
          (Character.isLetterOrDigit(before) || before == ')')
              && (Character.isLetterOrDigit(after) || after == '(');
      return blanks || (operands && (before < 128 || after < 128) && shortWords(part, at, end));
    }

    private static boolean shortWords(String part, int at, int end) {
      return !(at > 3
          && end + 2 < part.length()
          && part.substring(at - 3, at).chars().allMatch(Character::isLetter)
          && part.substring(end, end + 3).chars().allMatch(Character::isLetter));
    }

    /// A hyphen within a word: `step-by-step`.
    private static boolean joined(String part, int at) {
      return at > 0
          && at + 1 < part.length()
          && Character.isLetter(part.charAt(at - 1))
          && Character.isLetter(part.charAt(at + 1))
          && ((at > 1 && Character.isLetter(part.charAt(at - 2)))
              || (at + 2 < part.length() && Character.isLetter(part.charAt(at + 2))));
    }

    private void add(Kind kind, int start, int end, String code, Zone zone, int group) {
      tokens.add(new Token(kind, start, end, code, zone, group));
    }
  }
}
