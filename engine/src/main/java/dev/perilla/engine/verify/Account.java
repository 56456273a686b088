package dev.perilla.engine.verify;

import dev.perilla.chapter.compiled.Ledger.Entry;
import dev.perilla.chapter.compiled.Ledger.Kind;
import dev.perilla.chapter.compiled.Ledger.Standing;
import dev.perilla.chapter.compiled.Ledger.Witnesses;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The ledger in the making: entries and findings of one block, in the order of their coming.
///
/// Ids start with the block's, so that a change in one block leaves the ids of the others alone.
public final class Account {
  private final String prefix;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Drawing> drawings = new ArrayList<>();

  /// @param prefix the id of the block
  public Account(String prefix) {
    this.prefix = prefix;
  }

  /// Starts an entry about what stands at `span`; [Draft#add()] puts it into the ledger.
  public Draft entry(Kind kind, Standing standing, Span span, String text) {
    return new Draft(kind, standing, span, text);
  }

  public void report(Finding finding) {
    findings.add(finding);
  }

  /// Says otherwise what was reported after the first `from` findings.
  public void reword(int from, UnaryOperator<Finding> words) {
    findings.subList(from, findings.size()).replaceAll(words);
  }

  /// Leaves the entries after the first `from` as they are for the author's inputs: a page does not
  /// ask for them again.
  public void keep(int from) {
    claims.subList(from, claims.size()).replaceAll(it -> new Claim(it.entry(), it.span()));
  }

  /// Forgets what came after the first of both: it was tried.
  public void forget(int findingsKept, int claimsKept) {
    findings.subList(findingsKept, findings.size()).clear();
    claims.subList(claimsKept, claims.size()).clear();
  }

  /// The entries with their places.
  public List<Claim> claims() {
    return List.copyOf(claims);
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// Something that is drawn: no number, so it stands in no ledger.
  ///
  /// @param recipe how a page may draw it again
  /// @param places what is drawn for the author's inputs, as that recipe answers
  public record Drawing(String id, Recipe recipe, String places) {}

  /// Adds something that is drawn and gives its id.
  public String draw(Recipe recipe, String places) {
    String id = prefix + "-d" + (drawings.size() + 1);
    drawings.add(new Drawing(id, recipe, places));
    return id;
  }

  /// What is drawn.
  public List<Drawing> drawings() {
    return List.copyOf(drawings);
  }

  /// An entry before it is added.
  public final class Draft {
    private final Kind kind;
    private final Standing standing;
    private final Span span;
    private final String text;
    private Optional<String> expression = Optional.empty();
    private Optional<String> value = Optional.empty();
    private Optional<String> tolerance = Optional.empty();
    private Optional<String> origin = Optional.empty();
    private Optional<Witnesses> witnesses = Optional.empty();
    private Optional<Recipe> recipe = Optional.empty();

    private Draft(Kind kind, Standing standing, Span span, String text) {
      this.kind = kind;
      this.standing = standing;
      this.span = span;
      this.text = text;
    }

    public Draft expression(String source) {
      expression = Optional.of(source);
      return this;
    }

    public Draft value(String shown) {
      value = Optional.of(shown);
      return this;
    }

    public Draft tolerance(String shown) {
      tolerance = Optional.of(shown);
      return this;
    }

    public Draft origin(String shown) {
      origin = Optional.of(shown);
      return this;
    }

    public Draft witnesses(Witnesses found) {
      witnesses = Optional.of(found);
      return this;
    }

    /// What stands behind the gradients in it; that one of them is a convention is reported.
    public Draft backing(State.Backing backing) {
      witnesses = backing.witnesses();
      backing.remarks().stream().filter(it -> !findings.contains(it)).forEach(findings::add);
      return this;
    }

    /// How a page finds it again.
    public Draft recipe(Recipe found) {
      recipe = Optional.of(found);
      return this;
    }

    /// Adds the entry and gives its id.
    public String add() {
      String id = prefix + "-" + (claims.size() + 1);
      Entry entry =
          new Entry(
              id,
              kind,
              standing,
              span.line(),
              span.column(),
              text,
              expression,
              value,
              tolerance,
              origin,
              witnesses);
      claims.add(new Claim(entry, span, recipe));
      return id;
    }
  }
}
