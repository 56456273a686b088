package dev.perilla.site.exporter;

import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.compiled.CompiledChapter.Asked;
import dev.perilla.chapter.compiled.Rich;
import dev.perilla.site.book.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/// IMS Question and Test Interoperability 2.1: a content package, `imsmanifest.xml` and an
/// assessment item a question, to be zipped for upload. Numbers with their tolerance, choices, free
/// answers, and orders that have no distractor and one right answer.
record QtiFormat() implements Format {
  private static final String QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1";
  private static final String PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";
  private static final String RESPONSE = "RESPONSE";

  @Override
  public String word() {
    return "qti";
  }

  @Override
  public String description() {
    return "an IMS QTI 2.1 package, an item a question";
  }

  @Override
  public Export of(Work work) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<String> left = new ArrayList<>();
    List<Item> held = new ArrayList<>();
    for (CompiledChapter chapter : work.chapters()) {
      for (Item item : Item.of(chapter)) {
        if (holds(item)) {
          held.add(item);
          files.put("items/" + item.name() + ".xml", file(item));
        } else {
          left.add(item.name());
        }
      }
    }
    if (!files.isEmpty()) {
      List<String> items = List.copyOf(files.keySet());
      files.put("imsmanifest.xml", manifest(items));
    }
    left.addAll(Item.unsaid(held, false));
    return new Export(files, left);
  }

  private static boolean holds(Item item) {
    return switch (item.asked().task()) {
      case Asked.Task.Numeric _, Asked.Task.Choice _, Asked.Task.Text _ -> true;
      case Asked.Task.Order order -> order.count() == order.steps().size() && item.hasOneOrder();
      case Asked.Task.Formula _, Asked.Task.Blanks _ -> false;
    };
  }

  private static byte[] manifest(List<String> items) {
    return Xml.document(
        xml ->
            xml.element(
                "manifest",
                manifest -> {
                  manifest.element(
                      "metadata",
                      metadata ->
                          metadata
                              .element("schema", "QTIv2.1 Package")
                              .element("schemaversion", "1.0.0"));
                  manifest.element("organizations", "").line();
                  manifest.element(
                      "resources",
                      resources -> {
                        for (int i = 0; i < items.size(); i++) {
                          String path = items.get(i);
                          resources
                              .element(
                                  "resource",
                                  resource -> resource.element("file", "", "href", path),
                                  "identifier",
                                  "item" + (i + 1),
                                  "type",
                                  "imsqti_item_xmlv2p1",
                                  "href",
                                  path)
                              .line();
                        }
                      });
                },
                "xmlns",
                PACKAGE,
                "identifier",
                "perilla"));
  }

  // ---- an item

  private static byte[] file(Item item) {
    return Xml.document(
        xml ->
            xml.element(
                "assessmentItem",
                body -> {
                  declarations(body.line(), item);
                  body.element("itemBody", text -> text(text, item)).line();
                  processing(body, item);
                  feedback(body, item);
                },
                "xmlns",
                QTI,
                "identifier",
                "i-" + item.name(),
                "title",
                item.name(),
                "adaptive",
                "false",
                "timeDependent",
                "false"));
  }

  private static void declarations(Xml xml, Item item) throws XMLStreamException {
    switch (item.told().right()) {
      case Asked.Right.Numeric _ ->
          response(xml, "single", "float", List.of(item.number().answer().toString()));
      case Asked.Right.Choice right ->
          response(
              xml,
              several(item) ? "multiple" : "single",
              "identifier",
              right.options().stream().map(QtiFormat::choice).toList());
      case Asked.Right.Order right ->
          response(
              xml, "ordered", "identifier", right.steps().stream().map(QtiFormat::choice).toList());
      case Asked.Right.Text _, Asked.Right.Formula _, Asked.Right.Blanks _ ->
          response(xml, "single", "string", List.of());
    }
    xml.element(
            "outcomeDeclaration",
            outcome -> outcome.element("defaultValue", value -> value.element("value", "0")),
            "identifier",
            "SCORE",
            "cardinality",
            "single",
            "baseType",
            "float")
        .line();
    xml.element(
            "outcomeDeclaration",
            "",
            "identifier",
            "FEEDBACK",
            "cardinality",
            "single",
            "baseType",
            "identifier")
        .line();
  }

  private static void response(Xml xml, String cardinality, String type, List<String> right)
      throws XMLStreamException {
    xml.element(
            "responseDeclaration",
            declaration -> {
              if (!right.isEmpty()) {
                declaration.element(
                    "correctResponse",
                    correct -> {
                      for (String value : right) {
                        correct.element("value", value);
                      }
                    });
              }
            },
            "identifier",
            RESPONSE,
            "cardinality",
            cardinality,
            "baseType",
            type)
        .line();
  }

  private static boolean several(Item item) {
    return item.asked().task() instanceof Asked.Task.Choice choice && choice.several();
  }

  private static String choice(int index) {
    return "C" + index;
  }

  private static void text(Xml xml, Item item) throws XMLStreamException {
    xml.element("div", div -> div.question(item));
    switch (item.asked().task()) {
      case Asked.Task.Numeric _ ->
          xml.element(
              "p",
              p ->
                  p.element(
                      "textEntryInteraction",
                      "",
                      "responseIdentifier",
                      RESPONSE,
                      "expectedLength",
                      "20"));
      case Asked.Task.Choice task ->
          xml.element(
              "choiceInteraction",
              interaction -> choices(interaction, task.options()),
              "responseIdentifier",
              RESPONSE,
              "shuffle",
              "false",
              "maxChoices",
              task.several() ? "0" : "1");
      case Asked.Task.Order task ->
          xml.element(
              "orderInteraction",
              interaction -> choices(interaction, task.steps()),
              "responseIdentifier",
              RESPONSE,
              "shuffle",
              "false");
      case Asked.Task.Text _, Asked.Task.Formula _, Asked.Task.Blanks _ ->
          xml.element("extendedTextInteraction", "", "responseIdentifier", RESPONSE);
    }
  }

  private static void choices(Xml xml, List<List<Rich>> all) throws XMLStreamException {
    for (int i = 0; i < all.size(); i++) {
      List<Rich> text = all.get(i);
      xml.element("simpleChoice", choice -> choice.blocks(text), "identifier", choice(i));
    }
  }

  // ---- what is right, and what is said

  private static void processing(Xml xml, Item item) throws XMLStreamException {
    if (item.asked().task() instanceof Asked.Task.Text) {
      return; // a person reads it
    }
    List<Xml.Body> cases = cases(item);
    xml.element(
            "responseProcessing",
            processing ->
                processing.element(
                    "responseCondition",
                    condition -> {
                      for (int i = 0; i < cases.size(); i++) {
                        condition.element(i == 0 ? "responseIf" : "responseElseIf", cases.get(i));
                      }
                    }))
        .line();
  }

  /// What is right and what is said of mistakes, of which the first that fits counts.
  private static List<Xml.Body> cases(Item item) {
    List<Xml.Body> cases = new ArrayList<>();
    if (item.asked().task() instanceof Asked.Task.Numeric) {
      item.wrong().forEach(wrong -> cases.add(then -> wrong(then, wrong)));
      cases.add(
          then -> {
            equal(then, item.tolerance(), QtiFormat::correct);
            set(then, "SCORE", "float", "1");
          });
      return cases;
    }
    cases.add(
        then -> {
          then.element(
              "match",
              match -> {
                variable(match);
                correct(match);
              });
          set(then, "SCORE", "float", "1");
        });
    for (int i = 0; isTold(item) && i < item.told().mistakes().size(); i++) {
      int index = i;
      cases.add(then -> option(then, item, index));
    }
    return cases;
  }

  private static void wrong(Xml xml, Item.Wrong wrong) throws XMLStreamException {
    String number = wrong.number().toString();
    equal(xml, wrong.tolerance(), other -> other.element("baseValue", number, "baseType", "float"));
    if (wrong.mistake().isPresent()) {
      set(xml, "FEEDBACK", "identifier", "M" + wrong.mistake().getAsInt());
    } else {
      set(xml, "SCORE", "float", "0");
    }
  }

  /// Whether a word on each mistake has a place here.
  private static boolean isTold(Item item) {
    return switch (item.asked().task()) {
      case Asked.Task.Numeric _, Asked.Task.Choice _ -> true;
      case Asked.Task.Text _, Asked.Task.Order _, Asked.Task.Formula _, Asked.Task.Blanks _ ->
          false;
    };
  }

  private static void option(Xml xml, Item item, int mistake) throws XMLStreamException {
    String option = choice(item.said().get(mistake));
    xml.element(
        several(item) ? "member" : "match",
        both -> {
          both.element("baseValue", option, "baseType", "identifier");
          variable(both);
        });
    set(xml, "FEEDBACK", "identifier", "M" + mistake);
  }

  private static void equal(Xml xml, BigDecimal tolerance, Xml.Body other)
      throws XMLStreamException {
    Xml.Body both =
        equal -> {
          variable(equal);
          other.into(equal);
        };
    if (tolerance.signum() == 0) {
      xml.element("equal", both, "toleranceMode", "exact");
    } else {
      String width = tolerance.toString();
      xml.element("equal", both, "toleranceMode", "absolute", "tolerance", width + " " + width);
    }
  }

  private static void variable(Xml xml) throws XMLStreamException {
    xml.element("variable", "", "identifier", RESPONSE);
  }

  private static void correct(Xml xml) throws XMLStreamException {
    xml.element("correct", "", "identifier", RESPONSE);
  }

  private static void set(Xml xml, String outcome, String type, String value)
      throws XMLStreamException {
    xml.element(
        "setOutcomeValue",
        it -> it.element("baseValue", value, "baseType", type),
        "identifier",
        outcome);
  }

  private static void feedback(Xml xml, Item item) throws XMLStreamException {
    if (!isTold(item)) {
      return;
    }
    for (int i = 0; i < item.told().mistakes().size(); i++) {
      List<Rich> say = item.told().mistakes().get(i).say();
      xml.element(
              "modalFeedback",
              feedback -> feedback.blocks(say),
              "outcomeIdentifier",
              "FEEDBACK",
              "identifier",
              "M" + i,
              "showHide",
              "show")
          .line();
    }
  }
}
