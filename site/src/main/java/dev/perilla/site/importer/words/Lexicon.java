package dev.perilla.site.importer.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words, English and Spanish, that tell what a number near them may be. Each is a hint where
/// to look: nothing is taken before it was tried against the program.
public final class Lexicon {
  /// Names that a loss goes by.
  public static final List<String> LOSSES = List.of("L", "loss", "J", "C", "E");

  private static final List<String> OUTPUTS =
      List.of("y_hat", "y_pred", "yhat", "ŷ", "p", "out", "o", "a2", "y");

  /// A number near one of these may be a gradient.
  public static final Set<String> GRADIENTS =
      words(
          """
          gradient gradients grad derivative derivatives slope slopes partial gradiente
          gradientes derivada derivadas pendiente pendientes backward sensitivity dw db
          dérivée dérivées pente ableitung steigung derivata pendenza
          производная производной производную градиент градиента градиентом
          """);

  /// A number near one of these may be how far something moves, or where it comes to.
  public static final Set<String> CHANGES =
      words(
          """
          change changes changed changing nudge nudged nudging increase increases increased
          increasing decrease decreases rise rises rose drops drop falls moves move moved goes
          went grow grows grew bump bumping wiggle perturb difference delta Δ up down sube subió baja
          bajó cambia cambió cambio mueve muevo movés moví muevas aumenta aumentamos disminuye
          crece sumé sumo pasa pasó incremento diferencia shift raise lift becomes step tweak
          movemos aumentar aumentemos
          passa passou sobe subiu cai caiu aumentarmos aumentam diminui muda mudamos mudança
          variação
          steigt fällt sinkt wächst ändert änderung erhöhen erhöht wird
          augmente augmentons monte descend baisse diminue passe devient variation
          sale scende diventa aumentano
          увеличится увеличивается увеличим уменьшится уменьшается уменьшим изменится вырастет
          растёт упадёт станет становится
          """);

  /// Words of somebody who moves a name, which stands right behind them as a rule.
  public static final Set<String> MOVING =
      words(
          """
          nudge nudging nudged bump bumping bumped increase increasing decrease decreasing change
          changing move moving wiggle wiggling perturb perturbing raise raising lower lowering tweak
          tweaking shift shifting lift lifting add adding added push pushing
          subo subimos subir bajo bajamos bajar aumento aumentamos aumentar aumentás aumentemos
          disminuimos disminuir cambiamos cambiar cambiás muevo movemos mover movés muevas mové
          empujo empujamos empujar sumo sumé sumamos sumar
          aumentarmos aumente mudamos mudar mudarmos somar somamos somei perturbar perturbamos
          erhöhen erhöht erhöhe ändern ändere augmente augmentons augmenter modifie changeons
          """);

  /// Words before what something else follows from.
  public static final Set<String> IF = words("if when si cuando se quando wenn quand");

  /// The same as both, in words of scripts that leave no blank between them.
  public static final Pattern CHANGING =
      Pattern.compile("增加|增大|减少|减小|变为|变成|变化|上升|下降|改变|増や|増え|増加|減ら|減少|変化|変わ|बढ़|घट|बदल");

  /// Words between a change and how large it is.
  public static final Set<String> BY = words("by um em en");

  /// The same behind the name of a change: `a change of`.
  public static final Set<String> OF = words("of de von");

  /// Words between something of a name and the name.
  public static final Set<String> OF_A =
      words("of de del da do d von des du по для in to nach by wrt respect");

  /// What of a name is the name itself.
  public static final Set<String> VALUES =
      words(
          """
          value values valor valores valeur valeurs wert werte set let case caso cas size
          weight bias input inputs peso sesgo entrada
          """);

  /// Words right before a number that something comes to.
  public static final Set<String> TO = words("to becomes become auf zu до");

  /// A number near one of these may be what a parameter is after a step of training.
  public static final Set<String> UPDATES =
      words(
          """
          new update updates updated becomes become after step now then goes next rate
          nuevo nueva nuevos nuevas actualiza actualizado actualizar queda quedan después paso
          pasa ahora tasa novo nova novos novas atualiza atualizado depois passo taxa
          neu neue neuer neues neuen wird danach schritt nouveau nouvelle nouveaux nouvelles devient
          après pas nuovo nuova nuovi nuove diventa dopo
          новый новая новое новые станет становится шаг шага шагов после
          """);

  /// Letters that are words of a language too.
  public static final Set<String> LETTERS =
      words(
          """
          a y o e u A I O E Y
          """);

  /// Words after which such a letter is a name.
  public static final Set<String> BEFORE_NAMES =
      words(
          """
          of on for wrt nudge change increase decrease if variable node weight input move bump
          value de si perilla entrada nodo to and mové muevo movemos respecto sobre let when
          """);

  /// Words before which such a letter is a name.
  public static final Set<String> AFTER_NAMES =
      words(
          """
          is by becomes changes goes has was equals in rises falls vale sube es cambia baja
          pasa a en and with increases
          """);

  /// Names of what is computed, even where the lesson does not say how.
  public static final Set<String> RESULTS =
      words(
          """
          loss output error result gradient grad total prediction out cost accuracy sum
          product slope change salida resultado gradiente pendiente predicción costo suma
          producto cambio pérdida mse derivative derivada answer respuesta y_pred yhat value
          valor
          """);

  /// Names that a rate of learning goes by.
  public static final List<String> RATES =
      List.of("lr", "learning_rate", "eta", "η", "alpha", "α", "step_size", "rate", "tasa");

  /// Words just before a number that a step of training is scaled by.
  public static final Pattern RATE =
      Pattern.compile(
          "(?iU)(learning rate|step size|\\brate of|[(]rate|(?<!dropout |error |decay )\\brate"
              + " (?:is|was|becomes|drops)\\b|\\btasa\\b|\\btaxa\\b|tasa de aprendizaje|paso de"
              + " aprendizaje|tamaño de paso|lernrate|schrittweite|taux d.apprentissage|pas"
              + " d.apprentissage|taxa de aprendiza(?:do|gem)|tasso di apprendimento|скорост\\w+"
              + " обучения|шаг\\w* обучения|темп\\w* обучения|学习率|學習率|学習率|学习速率|학습률|सीखने की"
              + " दर|लर्निंग रेट)[^.。\\n"
              + "]{0,40}$");

  /// A name that is another's after a step of training: `w_new`, and before it.
  public static final Pattern NEW =
      Pattern.compile("(?U)(.+?)_?(?:new|nuev[oa]|nov[oa]|neu|nouveau|prime|next|updated)");

  /// Words before an equation that make a name an input.
  public static final Pattern CUE =
      Pattern.compile(
          "(?iU)\\b(let|now|suppose|set|setting|take|taking|if|with|given|say|try|assume|consider|for"
              + "|using|change|initialize|start|when|where|choose|inputs?|values?|plug\\w*"
              + "|sea|sean|ahora|si|supongamos|tomemos|tomá|toma|con|consideremos|pongamos|para"
              + "|cuando|donde|fijemos|elegimos|usemos|dados?|probemos|entradas?|valores?)\\b");

  /// What stands between a question and its answer on one line.
  public static final Pattern ANSWER =
      Pattern.compile(
          "(?iU)(\\?[\\s*_]*[\\[(]|\\b(answers?|ans|solution|respuesta|rta|solución|resposta|solução)\\b"
              + "[\\s*_]*[:=][\\s*_]*)[\\s$`*_\\[(]*$");

  /// What leads an answer or a solution, at the start of a line or after a sentence.
  public static final Pattern ANSWERS =
      Pattern.compile(
          "(?mU)(?:^|(?<=[.?!:)*_]\\s))[ \\t]*[*_]{0,3}"
              + "(?:(?i:answers?|ans\\.?|solution|respuesta|rta\\.?|solución|resposta|solução"
              + "|réponse|antwort|lösung|答案|解答|答)|A(?=[:.*_\\d]))"
              + "[ \\t]*\\d{0,2}[*_]{0,3}[ \\t]*[:：][*_]{0,3}[ \\t]*");

  /// A derivative in words: of what, by what.
  public static final Pattern SLOPE_OF =
      Pattern.compile(
          "(?iU)\\b(?:derivative|gradient|slope|derivada|gradiente|pendiente)s?\\W+(?:of|de|da|do)\\W+(?:the"
              + " |la |el )?(?:\\w{3,}\\W+)?(\\p{L}\\w{0,3})\\W+(?:with respect"
              + " to|w\\.?r\\.?t\\.?|(?:con )?respecto (?:a|de)l?|em relação a|by|por)"
              + "\\W+(?:\\w{3,}\\W+)?(\\p{L}\\w{0,3})\\b");

  /// Words that ask for a number.
  public static final Pattern ASKING =
      Pattern.compile(
          "(?iU)\\b(compute|find|calculate|evaluate|determine|derive|how (much|large)|what is"
              + "|calcul\\w*|hall[aáe]\\w*|determin\\w+|encontr\\w+|encuentr\\w+|obtén|obten\\w*"
              + "|berechne\\w*)\\b|计算|求");

  /// Words of a question before the name that it asks for.
  public static final Pattern ASKS =
      Pattern.compile(
          "(?iU)\\b(what|and|how|compute|find|calculate|evaluate|give|determine|cuánto|cuál|y|calcul\\w*"
              + "|hall[aáe]\\w*|determin\\w+|encontr\\w+|quanto|qual|e|obten\\w*)\\b[^.?]*$");

  /// Words for parameters after a step of training.
  public static final Pattern UPDATED =
      Pattern.compile(
          "(?iU)\\b(new|updated?|updates|nuev[oa]s?|actualiz\\w+|nov[oa]s?|atualiz\\w+)\\b");

  /// Words before an equation that may make it one of another state than the last.
  public static final Pattern ANOTHER =
      Pattern.compile(
          "(?iU)\\b(others?|another|instead|otherwise|new|now|next|after|before|once|again|previous\\w*"
              + "|old|becomes?|goes|gone|would|if|suppose|imagine|take|compare|compara|si|se|fuera|fosse|vez|hubiera|otr[oa]s?|nuev[oa]s?|ahora|después|luego|antes|viej[oa]"
              + "|siguiente|nov[oa]s?|agora|depois|outr[oa]s?|anterior|seguinte)\\b");

  /// Words right before an equation that name a point to look at.
  public static final Pattern POINT =
      Pattern.compile(
          "(?iU)\\b(at|for|when|if|with|en|em|para|cuando|quando|si|se|con|com)\\s+[`$*_(\\s]*$");

  /// What stands between an equation and what follows from it.
  public static final Pattern FOLLOWS =
      Pattern.compile(
          "(?iU)[→⟹⇒∴]|\\\\(?:to|implies|Rightarrow)\\b"
              + "|\\b(so|then|thus|hence|gives?|get|yields?|have|means|entonces|luego|tenemos|da|donc|alors"
              + "|soit|also|dann|folgt|logo|então|temos)\\b");

  /// Words right before an equation that asks for a place.
  public static final Pattern WHERE =
      Pattern.compile(
          "(?iU)\\b(where|when|if|wo|wenn|donde|cuando|si|où|quand|onde|quando|se)\\s+[`$*_(\\s]*$");

  /// What stands before an input that is given with another.
  public static final Pattern GIVEN_TOO =
      Pattern.compile(
          "(?iU)\\b(with|given|con|dados?|com)\\s+[`$]?\\w+[`$]?\\s*=\\s*[`$]?[-−]?[\\d.]+[`$]?"
              + "(?:,|,?\\s+(?:and|y|e))\\s+[`$(]*$");

  /// Words of somebody who goes to another point.
  public static final Pattern GOES =
      Pattern.compile(
          "(?iU)\\b(go|goes|move|moves|jumps?|lands?|steps?|vas?|vamos|salt\\w+|lleg\\w+|pas\\w+"
              + "|vai|cheg\\w+|pul\\w+|ir\\w*)\\b.{0,30}\\b(to|at|a|al|en|hasta|para|em|até)\\s+[`$*_\\s]*$");

  /// A name that goes to another number: `the weight goes from 2 to 2.24`.
  public static final Pattern GOES_TO =
      Pattern.compile(
          "(?iU)\\b([\\p{L}_]\\w*)\\b[`$]*\\s+(?:now |then |ahora |agora"
              + " )?(?:goes|changes?|moves?|drops?|rises?|falls?|pasa|cambia|sube|baja|passa|muda|vai)\\b(?:[^.=|\\n"
              + "]|\\.(?=\\d)){0,40}?\\b(?:to|a|para)\\s+[`$]*"
              + "([-−]?\\d+(?:\\.\\d+)?)(?![\\d.]*\\d)");

  /// Words just before an equation that make it a result.
  public static final Pattern RESULT =
      Pattern.compile(
          "(?iU)\\b(get|gets|got|gives?|giving|obtain|obtains|result\\w*|thus|therefore|hence"
              + "|yields?|becomes?|found|computes?|obtenemos|obtuvimos|resulta|entonces|queda|da"
              + "|luego|obtemos|obtém|resultando|fica|dá|logo)\\b[^.,;:]{0,12}:?\\s*$");

  /// A heading that begins something of its own.
  public static final Pattern TASK =
      Pattern.compile(
          "(?iU)\\b(exercises?|exercice|ejercicio|exercício|aufgabe|übung|examples?|ejemplo|exemple"
              + "|exemplo|beispiel|problems?|problema|challenge|desafío"
              + "|question|questão|actividad|atividade)\\b.*\\d|^\\W*(q|p|ex|ej|aufg)\\.?\\s?\\d+\\b|^\\W*(?:\\d[\\d.]*\\W+)?(worked"
              + " )?(exercises?|examples?|problem|ejercicio|ejemplo|problema|exercício|exemplo)"
              + "\\b\\s*([A-Z]\\b|[:—–-]|\\W*$)");

  /// The same in the first words of a paragraph: `**Exercise 2.** Let x be`.
  public static final Pattern RUN_IN =
      Pattern.compile(
          "(?iU)^(\\*\\*|__)(exercise|exercice|ejercicio|exercício|aufgabe|übung|example|ejemplo"
              + "|exemple|exemplo|beispiel|problem|problema|challenge|desafío"
              + "|question|questão|actividad|atividade)\\s+\\d+\\W{0,3}\\1");

  /// Words by which an exercise goes on with what the one before it said.
  public static final Pattern SAME =
      Pattern.compile(
          "(?iU)\\b(same|again|above|previous|mism[oa]s?|anterior(es)?|mesm[oa]s?|acima|arriba)\\b");

  /// How units of a network are called, by their functions.
  public static final Map<String, Pattern> UNITS =
      Map.of(
          "relu", Pattern.compile("(?iU)\\b(relu|rectifi\\w+|rectificad\\w+)\\b"),
          "sigmoid", Pattern.compile("(?iU)\\b(sigm\\w+|logistic|logístic[oa])\\b|σ"),
          "tanh", Pattern.compile("(?iU)\\b(tanh|hyperbolic tangent|tangente hiperbólica)\\b"));

  /// Words for what goes by a letter in most lessons, each with the names it may have.
  public static final Map<String, List<String>> ALIASES =
      Map.ofEntries(
          Map.entry("loss", LOSSES),
          Map.entry("cost", LOSSES),
          Map.entry("pérdida", LOSSES),
          Map.entry("costo", LOSSES),
          Map.entry("perda", LOSSES),
          Map.entry("error", List.of("E", "error", "err", "e")),
          Map.entry("prediction", OUTPUTS),
          Map.entry("output", OUTPUTS),
          Map.entry("predicción", OUTPUTS),
          Map.entry("salida", OUTPUTS),
          Map.entry("saída", OUTPUTS),
          Map.entry("target", List.of("t", "y", "target", "y_true")),
          Map.entry("bias", List.of("b")),
          Map.entry("sesgo", List.of("b")),
          Map.entry("weight", List.of("w")),
          Map.entry("peso", List.of("w")),
          Map.entry("score", List.of("z", "s", "score")),
          Map.entry("probability", OUTPUTS),
          Map.entry("probabilidad", OUTPUTS),
          Map.entry("вес", List.of("w")),
          Map.entry("смещение", List.of("b")),
          Map.entry("gewicht", List.of("w")),
          Map.entry("poids", List.of("w")),
          Map.entry("biais", List.of("b")),
          Map.entry("viés", List.of("b")));

  /// What is drawn with signs: boxes, arrows.
  public static final Pattern DRAWN = Pattern.compile("[─-╿▲►▼◄]{2}|[-=]{2,}>|\\+-{2,}");

  private Lexicon() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /// Whether a word is one of these, in whatever case.
  public static boolean isIn(Set<String> words, String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
