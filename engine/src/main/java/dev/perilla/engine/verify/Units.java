package dev.perilla.engine.verify;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The commonest units, whose symbols are the same in every language, and the words for them. No
/// two of them are one.
public final class Units {
  /// In characters; case counts in those: `m` and `M`.
  private static final int LONGEST_SYMBOL = 3;

  private static final Map<String, String> UNITS = new HashMap<>();

  static {
    say("%", "percent per_cent por_ciento por_cento pour_cent per_cento prozent procent");
    say("km", "kilometer kilometers kilometre kilometres kilómetro kilómetros quilômetro");
    say("km", "quilômetros kilomètre kilomètres kilometern chilometro chilometri 公里");
    say("m", "meter meters metre metres metro metros mètre mètres metern metri 米");
    say("cm", "centimeter centimeters centimetre centimetres centímetro centímetros");
    say("cm", "centimètre centimètres zentimeter zentimetern centimetri");
    say("mm", "millimeter millimeters millimetre millimetres milímetro milímetros millimètres");
    say("mi", "mile miles milla millas meilen");
    say(
        "kg",
        "kilogram kilograms kilogramo kilogramos kilogramme kilogrammes kilogramm kilo kilos");
    say("g", "gram grams gramo gramos grama gramas gramme grammes gramm grammi");
    say("mg", "milligram milligrams miligramo miligramos milligramm");
    say("l", "L liter liters litre litres litro litros litern litri");
    say("s", "second seconds segundo segundos seconde secondes sekunde sekunden secondi 秒");
    say("ms", "millisecond milliseconds milisegundo milisegundos millisecondes millisekunden");
    say("min", "minute minutes minuto minutos minuten minuti");
    say("h", "hour hours hora horas heure heures stunde stunden ora ore");
    say("day", "days día días dia dias jour jours tag tage tagen giorno giorni");
    say("year", "years año años ano anos année années jahr jahre jahren anno anni");
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
    say("Hz", "hertz");
    say("kHz", "");
    say("MHz", "");
    say("GHz", "");
    say("W", "watt watts vatios");
    say("kW", "kilowatt kilowatts");
    say("V", "volt volts voltios");
    say("J", "joule joules julios");
    say("kJ", "kilojoule kilojoules");
  }

  /// Words of more than one are joined by `_` there.
  private static void say(String symbol, String words) {
    UNITS.put(symbol, symbol);
    for (String word : words.split(" ", -1)) {
      UNITS.put(word.replace('_', ' '), symbol);
    }
  }

  private Units() {}

  /// The symbol of the unit that a word or a symbol is; empty where it is none of these.
  public static String symbol(String word) {
    boolean isSymbol = word.length() <= LONGEST_SYMBOL;
    return UNITS.getOrDefault(isSymbol ? word : word.toLowerCase(Locale.ROOT), "");
  }
}
