package dev.perilla.engine.compile;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that a text says in words, from three on: smaller ones are said in many ways. A word
/// that is another in another language (`once`, `elf`, `neuf`) is left out.
///
/// @param words in their order
/// @param digits the numbers that it says in digits
record Counts(List<Word> words, List<BigDecimal> digits) {
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  private static final Map<String, Integer> VALUES = new HashMap<>();

  static {
    put(3, "three tres três drei trois tre drie три");
    put(4, "four cuatro quatro vier quatre quattro четыре");
    put(5, "five cinco fünf cinq cinque vijf пять");
    put(6, "six seis sechs zes шесть");
    put(7, "seven siete sete sieben sette zeven семь");
    put(8, "eight ocho oito acht huit otto восемь");
    put(9, "nine nueve nove neun negen девять");
    put(10, "ten diez dez zehn dix dieci tien десять");
    put(12, "twelve doce doze zwölf douze dodici twaalf двенадцать");
    put(20, "twenty veinte vinte zwanzig vingt venti twintig двадцать");
    put(30, "thirty treinta trinta dreißig trente trenta dertig тридцать");
    put(40, "forty cuarenta quarenta vierzig quarante quaranta veertig сорок");
    put(50, "fifty cincuenta cinquenta fünfzig cinquante cinquanta vijftig пятьдесят");
    put(60, "sixty sesenta sessenta sechzig sessanta шестьдесят");
    put(100, "hundred cien cem hundert cento honderd сто");
    put(1000, "thousand mil tausend mille duizend тысяча");
  }

  private static void put(int value, String words) {
    for (String word : words.split(" ", -1)) {
      VALUES.put(word, value);
    }
  }

  /// @param value what it says
  record Word(int value, Span span) {}

  /// The number that a word is, in digits.
  static Optional<String> digits(String word) {
    return Optional.ofNullable(VALUES.get(word.toLowerCase(Locale.ROOT))).map(String::valueOf);
  }

  static Counts of(Text text, Notation notation) {
    List<Word> words = new ArrayList<>();
    Matcher letters = LETTERS.matcher(text.value());
    while (letters.find()) {
      Integer value = VALUES.get(letters.group().toLowerCase(Locale.ROOT));
      if (value != null) {
        words.add(new Word(value, text.span(letters.start(), letters.end())));
      }
    }
    List<BigDecimal> digits = new ArrayList<>();
    Numeral.scan(text.value(), notation).forEach(it -> it.value().ifPresent(digits::add));
    return new Counts(List.copyOf(words), List.copyOf(digits));
  }

  /// The first word that says a number which `other` does not say.
  Optional<Word> beside(Counts other) {
    return words.stream().filter(it -> !other.says(it.value())).findFirst();
  }

  private boolean says(int value) {
    return words.stream().anyMatch(it -> it.value() == value)
        || digits.stream().anyMatch(it -> it.compareTo(BigDecimal.valueOf(value)) == 0);
  }
}
