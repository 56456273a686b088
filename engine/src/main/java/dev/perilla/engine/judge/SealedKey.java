package dev.perilla.engine.judge;

import dev.perilla.engine.judge.FormulaKey.Range;
import dev.perilla.engine.judge.Judgement.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A key that does not hold its answers: what is right is recognised by its hash. It keeps them
/// from being read, not from being tried: who writes a program can try all small numbers.
///
/// @param kind how an answer is brought into the form that was hashed
/// @param salt makes the hashes of two questions with one answer differ
/// @param hashes in hexadecimal digits
public record SealedKey(Kind kind, String salt, List<String> hashes) implements AnswerKey {
  /// How often a hash is hashed again, so that trying costs something.
  private static final int ROUNDS = 500;

  public SealedKey {
    hashes = List.copyOf(hashes);
  }

  /// The kind of the key behind it.
  public sealed interface Kind {
    Kind NUMBER = new Plain("number");
    Kind NUMBER_COMMA = new Plain("number,");
    Kind CHOICE = new Plain("choice");
    Kind ORDER = new Plain("order");
    Kind BLANKS = new Plain("blanks");

    record Plain(String word) implements Kind {}

    record Formula(List<Range> names) implements Kind {
      public Formula {
        names = List.copyOf(names);
      }
    }
  }

  static SealedKey of(Kind kind, String salt, List<String> accepted) {
    List<String> hashes = new ArrayList<>();
    accepted.forEach(text -> hashes.add(hash(salt, text)));
    hashes.sort(String::compareTo); // their order says nothing of the answers
    return new SealedKey(kind, salt, hashes);
  }

  @Override
  public Judgement judgeSome(String given) {
    return switch (kind) {
      case Kind.Formula(List<Range> names) -> {
        Formula typed = new Formula(names, FormulaKey.typed(given));
        yield typed.fault().map(Judgement::of).orElseGet(() -> known(List.of(typed.print())));
      }
      case Kind.Plain plain ->
          switch (plain.word()) {
            case "number", "number," -> {
              List<String> texts = NumberKey.canonical(given, plain.word().equals("number,"));
              yield texts.isEmpty() ? Judgement.of(Outcome.NO_NUMBER) : known(texts);
            }
            case "choice" -> {
              List<Integer> chosen = new ArrayList<>(Set.copyOf(AnswerKey.positions(given)));
              chosen.sort(null);
              yield known(List.of(AnswerKey.text(chosen)));
            }
            case "order" -> known(List.of(AnswerKey.text(AnswerKey.positions(given))));
            default -> known(List.of(BlanksKey.squeezed(given)));
          };
    };
  }

  private Judgement known(List<String> texts) {
    for (String text : texts) {
      if (hashes.contains(hash(salt, text))) {
        return Judgement.of(Outcome.RIGHT);
      }
    }
    return Judgement.of(onlyOne() ? Outcome.WRONG : Outcome.UNKNOWN);
  }

  /// Whether what is hashed is all that is right.
  private boolean onlyOne() {
    return switch (kind) {
      case Kind.Formula _ -> true;
      case Kind.Plain plain -> !plain.word().equals("order") && !plain.word().equals("blanks");
    };
  }

  private static String hash(String salt, String text) {
    byte[] bytes = (salt + "\n" + text).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < ROUNDS; i++) {
      bytes = Sha256.of(bytes);
    }
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      hex.append(Character.forDigit((bytes[i] >> 4) & 15, 16));
      hex.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return hex.toString();
  }

  @Override
  public Optional<SealedKey> sealed(String other) {
    return Optional.of(this);
  }

  @Override
  public String write() {
    Fields fields = new Fields().add("kind", "sealed");
    switch (kind) {
      case Kind.Formula(List<Range> names) -> {
        fields.add("of", "formula");
        FormulaKey.writeNames(names, fields);
      }
      case Kind.Plain plain -> fields.add("of", plain.word());
    }
    return fields.add("salt", salt).add("hash", hashes).text();
  }

  static SealedKey read(Fields fields) {
    String of = fields.one("of");
    Kind kind =
        of.equals("formula") ? new Kind.Formula(FormulaKey.readNames(fields)) : new Kind.Plain(of);
    return new SealedKey(kind, fields.one("salt"), fields.all("hash"));
  }
}
