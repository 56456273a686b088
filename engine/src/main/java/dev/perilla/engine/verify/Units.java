package dev.perilla.engine.verify;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The commonest units, whose symbols are the same in every language, the words for them, and what
/// they measure. No two of them are one.
public final class Units {
  /// In characters; case counts in those: `m` and `M`.
  private static final int LONGEST_SYMBOL = 3;

  private static final Map<String, String> UNITS = new HashMap<>();

  /// What units measure, by symbol.
  private static final Map<String, Measure> MEASURES = new HashMap<>();

  static {
    say("%", "percent per_cent por_ciento por_cento pour_cent per_cento prozent procent");
    say("m", "meter meters metre metres metro metros mètre mètres metern metri 米");
    say(
        "km = 1000 m",
        "kilometer kilometers kilometre kilometres kilómetro kilómetros quilômetro quilômetros"
            + " kilomètre kilomètres kilometern chilometro chilometri 公里");
    say(
        "cm = 0.01 m",
        "centimeter centimeters centimetre centimetres centímetro centímetros centimètre"
            + " centimètres zentimeter zentimetern centimetro centimetri");
    say(
        "mm = 0.001 m",
        "millimeter millimeters millimetre millimetres milímetro milímetros millimètres");
    say("mi = 1609.344 m", "mile miles milla millas meilen");
    say("inch = 0.0254 m", "inches pulgada pulgadas zoll");
    say("ft = 0.3048 m", "foot feet");
    say("g", "gram grams gramo gramos grama gramas gramme grammes gramm grammi");
    say(
        "kg = 1000 g",
        "kilogram kilograms kilogramo kilogramos kilogramme kilogrammes kilogramm kilo kilos");
    say("mg = 0.001 g", "milligram milligrams miligramo miligramos milligramm");
    say("lb = 453.59237 g", "");
    say("s", "second seconds segundo segundos seconde secondes sekunde sekunden secondi 秒");
    say(
        "ms = 0.001 s",
        "millisecond milliseconds milisegundo milisegundos millisecondes millisekunden");
    say("min = 60 s", "minute minutes minuto minutos minuten minuti");
    say("h = 3600 s", "hour hours hora horas heure heures stunde stunden ora ore");
    say("day = 86400 s", "days día días dia dias jour jours tag tage tagen giorno giorni");
    say(
        "week = 604800 s",
        "weeks semana semanas semaine semaines woche wochen settimana settimane");
    say("year", "years año años ano anos année années jahr jahre jahren anno anni");
    say("l = 0.001 m m m", "L liter liters litre litres litro litros litern litri");
    say("ml = 0.000001 m m m", "mL milliliter milliliters millilitre millilitres mililitros");
    say("°", "º degree degrees grado grados grau graus degré degrés grad gradi");
    say("°C", "ºC");
    say("°F", "ºF");
    say("€", "euro euros EUR");
    say("$", "dollar dollars dólar dólares");
    say("£", "");
    say("¥", "yen yenes");
    say("kB", "kilobyte kilobytes");
    say("MB", "megabyte megabytes");
    say("GB", "gigabyte gigabytes");
    say("Hz = 1 /s", "hertz");
    say("kHz = 1000 /s", "");
    say("MHz = 1000000 /s", "");
    say("GHz = 1000000000 /s", "");
    say("N = 1000 g m /s /s", "newton newtons");
    say("Pa = 1000 g /m /s /s", "pascal pascals");
    say("J = 1000 g m m /s /s", "joule joules julio julios");
    say("kJ = 1000000 g m m /s /s", "kilojoule kilojoules");
    say("W = 1000 g m m /s /s /s", "watt watts vatio vatios");
    say("kW = 1000000 g m m /s /s /s", "kilowatt kilowatts");
    say("kWh = 3600000000 g m m /s /s", "");
    say("A", "ampere amperes amp amps amperio amperios");
    say("V = 1000 g m m /s /s /s /A", "volt volts voltio voltios");
    say("Ω = 1000 g m m /s /s /s /A /A", "ohm ohms ohmio ohmios");
  }

  /// @param unit its symbol, and `= factor units` where it is made of others
  /// @param words those for it; what is of more than one word is joined by `_` there
  private static void say(String unit, String words) {
    String[] parts = unit.split(" ", -1);
    String symbol = parts[0];
    Map<String, Integer> powers = new HashMap<>();
    for (String part : List.of(parts).subList(Math.min(3, parts.length), parts.length)) {
      powers.merge(part.replace("/", ""), part.startsWith("/") ? -1 : 1, Integer::sum);
    }
    boolean isMade = parts.length > 1;
    MEASURES.put(
        symbol,
        new Measure(
            isMade ? powers : Map.of(symbol, 1),
            isMade ? new BigDecimal(parts[2]) : BigDecimal.ONE,
            BigDecimal.ONE));
    UNITS.put(symbol, symbol);
    for (String word : words.isEmpty() ? new String[0] : words.split(" ", -1)) {
      UNITS.put(word.replace('_', ' '), symbol);
    }
  }

  private Units() {}

  /// The symbol of the unit that a word or a symbol is; empty where it is none of these.
  public static String symbol(String word) {
    boolean isSymbol = word.length() <= LONGEST_SYMBOL;
    return UNITS.getOrDefault(isSymbol ? word : word.toLowerCase(Locale.ROOT), "");
  }

  /// Whether a word or a symbol is one of these, but for the percent, which is a number.
  static boolean isUnit(String word) {
    String symbol = symbol(word);
    return !symbol.isEmpty() && !symbol.equals("%");
  }

  /// What one of these measures.
  static Measure measure(String unit) {
    return MEASURES.getOrDefault(symbol(unit), Measure.NONE);
  }

  /// A product of powers of units that are made of no others, `over / under` times.
  record Measure(Map<String, Integer> powers, BigDecimal over, BigDecimal under) {
    static final Measure NONE = new Measure(Map.of(), BigDecimal.ONE, BigDecimal.ONE);

    Measure times(Measure other, int power) {
      Map<String, Integer> all = new HashMap<>(powers);
      other.powers.forEach((unit, raised) -> all.merge(unit, raised * power, Integer::sum));
      all.values().removeIf(it -> it == 0);
      int times = Math.abs(power);
      BigDecimal up = (power > 0 ? other.over : other.under).pow(times);
      BigDecimal down = (power > 0 ? other.under : other.over).pow(times);
      return new Measure(all, over.multiply(up), under.multiply(down));
    }

    /// By what a number of this is multiplied to be one of another, in the code language; empty for
    /// nothing.
    String in(Measure other) {
      BigDecimal up = over.multiply(other.under);
      BigDecimal down = under.multiply(other.over);
      if (up.compareTo(down) == 0) {
        return "";
      }
      return up.compareTo(down) > 0 && isWhole(up, down)
          ? " * " + up.divide(down).toPlainString()
          : isWhole(down, up)
              ? " / " + down.divide(up).toPlainString()
              : " * %s / %s".formatted(up.toPlainString(), down.toPlainString());
    }

    private static boolean isWhole(BigDecimal up, BigDecimal down) {
      return up.remainder(down).signum() == 0;
    }
  }
}
