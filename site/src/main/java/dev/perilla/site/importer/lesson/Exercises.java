package dev.perilla.site.importer.lesson;

import dev.perilla.engine.verify.Numeral;
import dev.perilla.site.importer.lesson.Lesson.Item;
import dev.perilla.site.importer.words.Lexicon;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// A question and its answer, told one after the other: `What is z? Answer: -5`, `Q: … A: …`, a
/// problem with its solution folded below it. They become one text, and where the program has what
/// is asked for, an exercise.
public final class Exercises {
  private static final Set<String> QUESTIONS = Set.of("q", "question", "pregunta", "pergunta");
  private static final Set<String> ANSWERS =
      Set.of("a", "answer", "respuesta", "solution", "solución", "resposta", "solução", "réponse");
  private static final int LONGEST = 1200; // of an answer

  private Exercises() {}

  /// @param ask the question
  /// @param answer what is said after `Answer:`
  public record Pair(String ask, String answer) {}

  /// What a question asks for, and how its answer is written.
  public record Answer(String expression, String digits) {}

  /// The question and the answer of a text that has one of each.
  public static Optional<Pair> pair(String markdown) {
    Matcher lead = Lexicon.ANSWERS.matcher(markdown);
    if (markdown.startsWith("|") || !lead.find() || !asks(markdown.substring(0, lead.start()))) {
      return Optional.empty();
    }
    Pair pair =
        new Pair(
            markdown.substring(0, lead.start()).strip(), markdown.substring(lead.end()).strip());
    boolean one = !pair.answer().isEmpty() && !lead.find();
    return Optional.of(pair).filter(it -> one && Numeral.anyDigit(it.answer()));
  }

  private static boolean asks(String words) {
    return words.indexOf('?') >= 0
        || words.indexOf('？') >= 0
        || Lexicon.ASKING.matcher(words).find();
  }

  /// The items of a lesson, each question in one with its answer.
  static List<Item> together(List<Item> items) {
    Set<String> speakers = new HashSet<>();
    items.forEach(
        it -> {
          if (it instanceof Item.Speaker said) {
            speakers.add(said.who().toLowerCase(Locale.ROOT));
          }
        });
    boolean answered = speakers.stream().allMatch(it -> isQuestion(it) || ANSWERS.contains(it));
    boolean unasked = answered && speakers.stream().noneMatch(Exercises::isQuestion);
    List<Item> found = new ArrayList<>();
    int at = 0;
    while (at < items.size()) {
      int end = answered ? end(items, at) : at;
      String text = told(items.subList(at, end));
      if (end > at + 1 && pair(text).isPresent()) {
        found.add(new Item.Words(text));
        at = end;
        if (!speakers.isEmpty()) {
          found.add(new Item.Silence());
        }
      } else if (unasked && items.get(at) instanceof Item.Speaker) {
        int next = at + 1;
        boolean words = next < items.size() && items.get(next) instanceof Item.Words;
        found.add(new Item.Words(told(items.subList(at, words ? next + 1 : next))));
        at = words ? next + 1 : next;
      } else {
        found.add(items.get(at));
        at++;
      }
    }
    return found;
  }

  private static boolean isQuestion(String speaker) {
    return QUESTIONS.contains(speaker);
  }

  /// Where a question that begins at an item ends with its answer; the place itself where none
  /// does.
  private static int end(List<Item> items, int from) {
    int at = from;
    if (items.get(at) instanceof Item.Speaker said
        && isQuestion(said.who().toLowerCase(Locale.ROOT))) {
      at++;
    }
    if (at >= items.size() || !(items.get(at) instanceof Item.Words ask) || !asks(ask.markdown())) {
      return from;
    }
    at++;
    boolean speaker =
        at < items.size()
            && items.get(at) instanceof Item.Speaker said
            && ANSWERS.contains(said.who().toLowerCase(Locale.ROOT));
    at += speaker ? 1 : 0;
    if (at >= items.size() || !(items.get(at) instanceof Item.Words answer)) {
      return from;
    }
    Matcher lead = Lexicon.ANSWERS.matcher(answer.markdown());
    boolean leads = lead.lookingAt();
    boolean alone = leads && answer.markdown().substring(lead.end()).isBlank();
    if (alone && at + 1 < items.size() && items.get(at + 1) instanceof Item.Words) {
      at++;
    }
    return (speaker || leads) && answer.markdown().length() < LONGEST ? at + 1 : from;
  }

  /// Items as one text, who speaks in bold.
  private static String told(List<Item> items) {
    StringBuilder text = new StringBuilder();
    boolean led = false;
    for (Item item : items) {
      String words =
          switch (item) {
            case Item.Words it -> it.markdown();
            case Item.Speaker it -> "**" + it.who() + ":**";
            case Item.Heading it -> it.words();
            case Item.Fence it -> it.text();
            case Item.Listing it -> it.code();
            case Item.Authored it -> "";
            case Item.Silence it -> "";
          };
      text.append(text.isEmpty() ? "" : led ? " " : "\n\n").append(words);
      led = item instanceof Item.Speaker;
    }
    return text.toString();
  }
}
