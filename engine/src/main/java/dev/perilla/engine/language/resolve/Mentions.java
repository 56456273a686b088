package dev.perilla.engine.language.resolve;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a program mentions by name, block after block: attributes that it reads and those that it
/// gives, modules and what it takes from them. Enough to refuse, before anything runs, attributes
/// that Python's own objects have and those of the language not, and random numbers that nothing
/// seeds.
public final class Mentions {
  private static final Set<String> NETWORKS = Set.of("Neuron", "Layer", "MLP");

  private Set<String> given = new HashSet<>();
  private Map<String, String> origins = new HashMap<>(); // of imported names: `random.gauss`
  private Set<String> assigned = new HashSet<>();
  private boolean shared =
      false; // the three above, with those before or after: copied for a change
  private final List<Place> reads = new ArrayList<>();
  private final List<Place> draws = new ArrayList<>();
  private final List<Place> unseeded = new ArrayList<>();
  private boolean anything = false; // whether it gives attributes whose names are not written down
  private boolean seeds = false; // whether it mentions what seeds random numbers
  private boolean sows = false; // whether it mentions seed() itself

  private record Place(String name, String origin, int start, int end) {}

  /// Those of a program that has no blocks yet.
  public Mentions() {}

  /// Those of a program of which it is known that something seeds its random numbers.
  public static Mentions ofSeededProgram() {
    Mentions mentions = new Mentions();
    mentions.seeds = true;
    mentions.sows = true;
    return mentions;
  }

  /// Those of the blocks before, to which the next block adds its own.
  Mentions(Mentions before) {
    given = before.given;
    origins = before.origins;
    assigned = before.assigned;
    shared = true;
    before.shared = true;
    anything = before.anything;
    seeds = before.seeds;
    sows = before.sows;
  }

  private void change() {
    if (shared) {
      given = new HashSet<>(given);
      origins = new HashMap<>(origins);
      assigned = new HashSet<>(assigned);
      shared = false;
    }
  }

  /// A class of the program, or an object, has the attribute.
  void give(String name) {
    change();
    given.add(name);
  }

  /// The program can give any attribute.
  void giveAnything() {
    anything = true;
  }

  /// A name that an import binds: to a module, or to what is taken from one.
  ///
  /// @param assignedBefore whether something else has bound it before
  void imported(String name, String origin, boolean assignedBefore) {
    change();
    origins.put(name, origin);
    if (!assignedBefore) {
      assigned.remove(name);
    }
    seed(origin.substring(origin.lastIndexOf('.') + 1));
  }

  /// All names of a module are bound.
  void importedAll(String module) {
    Set<String> drawing =
        switch (module) {
          case "random" -> Coverage.DRAWS;
          case "micrograd.nn" -> NETWORKS;
          case String other -> Set.of();
        };
    change();
    for (String name : drawing) {
      origins.put(name, module + "." + name);
      assigned.remove(name);
    }
    if (module.equals("random")) {
      origins.put("Random", "random.Random");
      origins.put("seed", "random.seed");
    }
  }

  /// A generator of random numbers that is made without a number.
  void unseeded(int start, int end) {
    unseeded.add(new Place("Random", "random.Random", start, end));
  }

  boolean isAssigned(String name) {
    return assigned.contains(name);
  }

  /// A name that something else binds.
  public void assign(String name) {
    if (!assigned.contains(name)) {
      change();
      assigned.add(name);
    }
  }

  /// `object.name`
  void read(Optional<String> object, String name, int start, int end) {
    seed(name);
    String origin = object.map(this::origin).orElse("");
    reads.add(new Place(name, origin, start, end));
    draw(origin + "." + name, start, end);
  }

  /// `name(…)`
  void call(String name, int start, int end) {
    seed(name);
    draw(origin(name), start, end);
  }

  /// What an imported name stands for, or nothing.
  String origin(String name) {
    return assigned.contains(name) ? "" : origins.getOrDefault(name, "");
  }

  private void seed(String name) {
    sows |= name.equals("seed");
    seeds |= sows || name.equals("Random");
  }

  private void draw(String origin, int start, int end) {
    int dot = origin.lastIndexOf('.');
    if (dot > 0
        && (origin.startsWith("random.")
            ? Coverage.DRAWS.contains(origin.substring(dot + 1))
            : origin.startsWith("micrograd.nn.") && NETWORKS.contains(origin.substring(dot + 1)))) {
      draws.add(new Place(origin, origin, start, end));
    }
  }

  /// What is refused of it.
  List<Finding> findings(Text code) {
    List<Finding> findings = new ArrayList<>();
    for (Place read : reads) {
      boolean ofModule = !read.origin.isEmpty();
      String instead =
          ofModule
              ? Coverage.isLeftOut(read.origin, read.name)
                  ? Coverage.leftOut().getOrDefault(read.name, "write the number, or leave it out")
                  : null
              : anything || given.contains(read.name) ? null : Coverage.leftOut().get(read.name);
      if (instead != null) {
        findings.add(
            Finding.error(
                    LanguageCode.UNSUPPORTED,
                    code.span(read.start, read.end),
                    "the attribute " + read.name + " is not part of this language")
                .help(instead));
      }
    }
    if ((!seeds && !draws.isEmpty()) || (!sows && !unseeded.isEmpty())) {
      Place first = sows || unseeded.isEmpty() ? draws.get(0) : unseeded.get(0);
      findings.add(
          Finding.error(
                  LanguageCode.UNSUPPORTED,
                  code.span(first.start, first.end),
                  "random numbers without a seed are not part of this language")
              .help("call random.seed(1337), or another number, before the first one"));
    }
    return findings;
  }
}
