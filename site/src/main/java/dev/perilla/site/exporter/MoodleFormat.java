package dev.perilla.site.exporter;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.site.book.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/// Moodle's XML for question banks (docs.moodle.org, "Moodle XML format"): a file a chapter, a
/// category a chapter. Numbers, choices, free answers, and orders that have no distractor and one
/// right answer, as questions of the type `ordering`, which is part of Moodle since 4.4.
record MoodleFormat() implements Format {
  @Override
  public String word() {
    return "moodle";
  }

  @Override
  public String description() {
    return "a question bank of Moodle, a file a chapter";
  }

  @Override
  public Export of(Work work) {
    Export export = new Export(new TreeMap<>(), List.of());
    List<String> left = new ArrayList<>();
    List<Item> all = new ArrayList<>();
    for (CompiledChapter chapter : work.chapters()) {
      List<Item> items = Item.of(chapter);
      List<Item> held = items.stream().filter(MoodleFormat::holds).toList();
      all.addAll(held);
      items.stream().filter(item -> !holds(item)).map(Item::name).forEach(left::add);
      if (!held.isEmpty()) {
        export.files().put(chapter.id() + ".moodle.xml", file(chapter, held));
      }
    }
    left.addAll(Item.unsaid(all, true));
    return new Export(export.files(), left);
  }

  private static boolean holds(Item item) {
    return switch (item.asked().task()) {
      case Asked.Task.Numeric _, Asked.Task.Choice _, Asked.Task.Text _ -> true;
      case Asked.Task.Order order -> order.count() == order.steps().size() && item.hasOneOrder();
      case Asked.Task.Formula _, Asked.Task.Blanks _ -> false;
    };
  }

  private static byte[] file(CompiledChapter chapter, List<Item> items) {
    return Xml.document(
        xml ->
            xml.element(
                "quiz",
                quiz -> {
                  quiz.line()
                      .element(
                          "question",
                          question ->
                              question.element(
                                  "category",
                                  category ->
                                      category.element("text", "$course$/top/" + chapter.id())),
                          "type",
                          "category")
                      .line();
                  for (Item item : items) {
                    quiz.element(
                            "question", question -> question(question, item), "type", type(item))
                        .line();
                  }
                }));
  }

  private static String type(Item item) {
    return switch (item.asked().task()) {
      case Asked.Task.Numeric _ -> "numerical";
      case Asked.Task.Choice _ -> "multichoice";
      case Asked.Task.Order _ -> "ordering";
      case Asked.Task.Text _, Asked.Task.Formula _, Asked.Task.Blanks _ -> "essay";
    };
  }

  private static void question(Xml xml, Item item) throws XMLStreamException {
    xml.element("name", name -> name.element("text", item.name()));
    html(xml, "questiontext", text -> text.question(item));
    html(
        xml,
        "generalfeedback",
        text -> {
          text.blocks(item.told().solution());
          if (item.told().right() instanceof Asked.Right.Text(List<Rich> model)) {
            text.blocks(model);
          }
        });
    xml.element("defaultgrade", "1");
    xml.element("penalty", "0.3333333");
    xml.element("hidden", "0");
    switch (item.told().right()) {
      case Asked.Right.Numeric _ -> numbers(xml, item);
      case Asked.Right.Choice right -> options(xml, item, right);
      case Asked.Right.Text _ -> {
        xml.element("responseformat", "editor");
        xml.element("responserequired", "1");
        xml.element("responsefieldlines", "10");
        xml.element("attachments", "0");
      }
      case Asked.Right.Order right -> steps(xml, item, right);
      case Asked.Right.Formula _, Asked.Right.Blanks _ -> {} // not held
    }
    for (List<Rich> hint : item.asked().hints()) {
      html(xml, "hint", text -> text.blocks(hint));
    }
  }

  private static void html(Xml xml, String name, Xml.Body body) throws XMLStreamException {
    xml.element(name, it -> it.element("text", Xml.written(body)), "format", "html");
  }

  private static void numbers(Xml xml, Item item) throws XMLStreamException {
    for (Item.Wrong wrong : item.wrong()) {
      List<Rich> say =
          wrong.mistake().isPresent()
              ? item.told().mistakes().get(wrong.mistake().getAsInt()).say()
              : List.of();
      number(xml, wrong.number(), "0", wrong.tolerance(), say);
    }
    number(xml, item.number().answer(), "100", item.tolerance(), List.of());
    xml.element("unitgradingtype", "0");
    xml.element("unitpenalty", "0.1000000");
    xml.element("showunits", "3");
    xml.element("unitsleft", "0");
  }

  private static void number(
      Xml xml, BigDecimal number, String fraction, BigDecimal tolerance, List<Rich> say)
      throws XMLStreamException {
    xml.element(
        "answer",
        answer -> {
          answer.element("text", number.toPlainString());
          html(answer, "feedback", text -> text.blocks(say));
          answer.element("tolerance", tolerance.toPlainString());
        },
        "fraction",
        fraction,
        "format",
        "moodle_auto_format");
  }

  /// Of several right options each has its share, and a wrong one costs all.
  private static void options(Xml xml, Item item, Asked.Right.Choice right)
      throws XMLStreamException {
    if (!(item.asked().task()
        instanceof Asked.Task.Choice(boolean several, List<List<Rich>> all))) {
      return;
    }
    xml.element("single", String.valueOf(!several));
    xml.element("shuffleanswers", "true");
    xml.element("answernumbering", "abc");
    String share =
        BigDecimal.valueOf(100)
            .divide(BigDecimal.valueOf(right.options().size()), 5, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString();
    for (int i = 0; i < all.size(); i++) {
      List<Rich> option = all.get(i);
      int mistake = item.said().indexOf(i);
      List<Rich> say = mistake < 0 ? List.of() : item.told().mistakes().get(mistake).say();
      String fraction = right.options().contains(i) ? share : several ? "-100" : "0";
      xml.element(
          "answer",
          answer -> {
            answer.element("text", Xml.written(text -> text.blocks(option)));
            html(answer, "feedback", text -> text.blocks(say));
          },
          "fraction",
          fraction,
          "format",
          "html");
    }
  }

  /// The place of each step stands where other questions have their fraction.
  private static void steps(Xml xml, Item item, Asked.Right.Order right) throws XMLStreamException {
    if (!(item.asked().task() instanceof Asked.Task.Order(int _, List<List<Rich>> all))) {
      return;
    }
    xml.element("layouttype", "VERTICAL");
    xml.element("selecttype", "ALL");
    xml.element("selectcount", String.valueOf(all.size()));
    xml.element("gradingtype", "ALL_OR_NOTHING");
    xml.element("showgrading", "SHOW");
    xml.element("numberingstyle", "none");
    for (int i = 0; i < right.steps().size(); i++) {
      List<Rich> step = all.get(right.steps().get(i));
      xml.element(
          "answer",
          answer -> {
            answer.element("text", Xml.written(text -> text.blocks(step)));
            html(answer, "feedback", text -> {});
          },
          "fraction",
          String.valueOf(i + 1),
          "format",
          "html");
    }
  }
}
