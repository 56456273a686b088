package dev.perilla.engine.judge;

import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.language.text.Splitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A listing with blanks, judged by running it with what fills them. Any program that meets the
/// condition is right.
///
/// @param setup the program that runs before it
/// @param code the listing, with [#BLANK] for each blank
/// @param test the condition that has to hold at its end
/// @param fill what the author put into the blanks
/// @param mistakes what fills them wrongly, a line each
public record BlanksKey(
    String setup, String code, String test, List<String> fill, List<String> mistakes)
    implements AnswerKey {
  /// What a blank is written as.
  public static final String BLANK = "____";

  private static final int LONGEST_FILL = 200;

  public BlanksKey {
    fill = List.copyOf(fill);
    mistakes = List.copyOf(mistakes);
  }

  /// How many blanks a listing has.
  public static int count(String code) {
    return Splitting.split(code, BLANK, -1).size() - 1;
  }

  @Override
  public Judgement judgeSome(String given) {
    List<String> fills = fills(given);
    int blanks = count(code);
    if (fills.size() > blanks || fills.stream().anyMatch(one -> one.length() > LONGEST_FILL)) {
      return Judgement.of(Outcome.TOO_LONG);
    }
    if (fills.size() < blanks || fills.stream().anyMatch(one -> one.strip().isEmpty())) {
      return Judgement.of(Outcome.PARTIAL);
    }
    Outcome outcome = new Trial(setup, test).judge(filled(fills));
    if (outcome == Outcome.RIGHT) {
      return Judgement.of(Outcome.RIGHT);
    }
    for (int i = 0; i < mistakes.size(); i++) {
      if (squeezed(mistakes.get(i)).equals(squeezed(given))) {
        return Judgement.mistake(i);
      }
    }
    return Judgement.of(outcome);
  }

  /// Whether what fills the blanks differs from some of `others` in blanks alone.
  public boolean isOneOf(String given, List<String> others) {
    return others.stream().anyMatch(other -> squeezed(other).equals(squeezed(given)));
  }

  private static List<String> fills(String given) {
    return Splitting.split(given, "\n", -1);
  }

  /// The listing with its blanks filled.
  public String filled(List<String> fills) {
    StringBuilder out = new StringBuilder();
    List<String> parts = Splitting.split(code, BLANK, -1);
    for (int i = 0; i < parts.size(); i++) {
      out.append(parts.get(i));
      if (i < parts.size() - 1) {
        out.append(fills.get(i).strip());
      }
    }
    return out.toString();
  }

  /// Without the blanks between words and signs, which make no difference.
  static String squeezed(String given) {
    StringBuilder out = new StringBuilder();
    for (String line : Splitting.split(given.strip(), "\n", -1)) {
      StringBuilder kept = new StringBuilder();
      String text = line.strip();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean between =
            c == ' '
                && (!isWord(text.charAt(i - 1))
                    || i + 1 == text.length()
                    || !isWord(text.charAt(i + 1)));
        if (!between) {
          kept.append(c);
        }
      }
      out.append(kept).append('\n');
    }
    return out.toString();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  @Override
  public Optional<SealedKey> sealed(String salt) {
    return Optional.of(
        SealedKey.of(SealedKey.Kind.BLANKS, salt, List.of(squeezed(String.join("\n", fill)))));
  }

  @Override
  public String write() {
    return new Fields()
        .add("kind", "blanks")
        .add("setup", setup)
        .add("code", code)
        .add("test", test)
        .add("fill", fill)
        .add("mistake", mistakes)
        .text();
  }

  static BlanksKey read(Fields fields) {
    return new BlanksKey(
        fields.one("setup"),
        fields.one("code"),
        fields.one("test"),
        fields.all("fill"),
        new ArrayList<>(fields.all("mistake")));
  }
}
