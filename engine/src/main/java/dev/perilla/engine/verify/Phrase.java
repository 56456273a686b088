package dev.perilla.engine.verify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What sentences say with words that compare and compute, and the words for it: a table a
/// language. A text may be of any of them. No list of words is complete: what is not here is not
/// read.
public enum Phrase {
  IS,
  IS_ABOUT,
  IS_NOT,
  GIVES,
  PRINTS,
  /// `becomes`, of a line of a program
  NOW,
  HAS,
  FALSE,
  LESS,
  GREATER,
  NOT,
  NONE,
  REACHES,
  AT_LEAST,
  AT_MOST,
  UP_TO,
  /// `or more`, behind a number
  OR_MORE,
  OR_LESS,
  THAN,
  BETWEEN,
  RISES,
  FALLS,
  FROM,
  TO,
  AND,
  OR,
  /// `so`, where what a sentence says begins
  SO,
  /// `because`, where it ends
  BECAUSE,
  THE_VALUE_OF,
  /// `if`, of another case
  IF,
  A,
  OF,
  /// `that of`, of what was said last
  THAT,
  GRADIENT,
  VALUE,
  WITH_RESPECT_TO,
  FUNCTION,
  /// `result`, of whatever was computed
  RESULT,
  PLUS,
  MINUS,
  TIMES,
  DIVIDED_BY,
  SUM_OF,
  DIFFERENCE_OF,
  PRODUCT_OF,
  /// of a list, as are those below
  MAXIMUM_OF,
  MINIMUM_OF,
  MEAN_OF,
  LENGTH_OF,
  /// `elements`, behind their number
  ELEMENTS,
  TWICE,
  TRIPLE,
  HALF,
  THIRD_OF,
  QUARTER_OF,
  FOUR_TIMES,
  FIVE_TIMES,
  TEN_TIMES,
  HUNDRED_TIMES,
  /// `add up to`, behind what is added
  ADD_UP_TO,
  SUM,
  DIFFERENCE,
  PRODUCT,
  QUOTIENT,
  /// `if`, before what is assumed in the sentence
  ASSUMES,
  /// `with`, right before it
  PROVIDES,
  /// `the`, before what is there
  THE,
  /// `a` or `each`, before what stands for all of its kind
  ANY,
  /// `at`, before a place
  AT,
  /// `suppose`, before what is assumed from there on
  SUPPOSES,
  /// `what if`, before a question of another case
  WHAT_IF,
  YES,
  /// of a row, as are those below
  FIRST,
  LAST,
  SECOND,
  THIRD;

  private static final String ENGLISH =
      """
      IS is|are|equals|exactly|equal to
      IS_ABOUT is (?:about|approximately|roughly|around|nearly|almost)
      IS_NOT isn't
      GIVES gives?|returns?|makes?|yields?
      PRINTS prints?|outputs?|shows?
      NOW now|becomes
      HAS has|with|gets|receives
      FALSE false|not true|wrong
      LESS less than|fewer than|smaller than|lower than|below|under
      GREATER more than|greater than|larger than|bigger than|higher than|above|over|beyond|exceeds?|exceeding
      NOT no|not|never
      NONE none|nothing|nobody|neither|nor
      REACHES reach(?:es)?
      AT_LEAST at least
      AT_MOST at most
      UP_TO up to|within
      OR_MORE or (?:more|above|higher|over)
      OR_LESS or (?:less|fewer|below|lower|under)
      THAN than
      BETWEEN between
      RISES rises?|rose|grows?|grew|increases?d?|climbs?|climbed|goes up|went up|rising|growing|increasing
      FALLS falls?|fell|drops?|dropped|decreases?d?|shrinks?|shrank|sinks?|sank|goes down|went down|falling|dropping|decreasing|shrinking
      FROM from
      TO to
      AND and
      OR or
      SO so|here|hence|thus|since|because|and|but|also|finally|(?:in|at) the end|(?:we (?:see|find|know|get)|(?:this|that|it) means|note)(?: that)?
      BECAUSE but|so|since|because|which
      THE_VALUE_OF the (?:value of|weight|bias|input|output|result|loss|cost|price|learning rate)
      IF if|when|where|while|with|without|at(?! the end)|for|let|suppose|once|after|before|unless|until
      A an?|the|its|whose
      OF of
      THAT that
      GRADIENT gradients?|derivatives?|slopes?|grads?
      VALUE values?|data
      WITH_RESPECT_TO with respect to|w\\.r\\.t\\.|wrt
      PLUS plus
      MINUS minus
      TIMES times|multiplied by
      DIVIDED_BY divided by
      SUM_OF sum of
      DIFFERENCE_OF difference (?:between|of)
      PRODUCT_OF product of
      MAXIMUM_OF max(?:imum)?(?: value)? of|(?:largest|biggest|highest)(?: (?:value|number|element|item))? (?:of|in)
      MINIMUM_OF min(?:imum)?(?: value)? of|(?:smallest|lowest)(?: (?:value|number|element|item))? (?:of|in)
      MEAN_OF (?:mean|average)(?: value)? of
      LENGTH_OF (?:length|size) of|number of (?:elements|items|values) (?:of|in)
      ELEMENTS elements?|items?|entr(?:y|ies)|numbers?|values?
      TWICE twice|(?:the )?double(?: of)?
      TRIPLE (?:the )?triple(?: of)?|three times
      HALF half(?: of)?
      THIRD_OF (?:a|one) third of
      QUARTER_OF (?:a|one) quarter of
      FOUR_TIMES four times|(?:the )?quadruple(?: of)?
      FIVE_TIMES five times
      TEN_TIMES (?:ten|10) times
      HUNDRED_TIMES (?:a hundred|one hundred|100) times
      ADD_UP_TO adds? up to|sums? (?:up )?to|total|together (?:are|make|give)
      SUM sum
      DIFFERENCE difference
      PRODUCT product
      QUOTIENT quotient|ratio
      FIRST first|initial
      LAST last|final
      SECOND second
      THIRD third
      ASSUMES if
      PROVIDES with|for|at
      SUPPOSES (?:let us |let's )?(?:suppose|assume|imagine|say|take)|let(?!'s| us)|given
      WHAT_IF (?:and )?what if
      YES yes|sure|indeed|of course|it is|right|correct|true|exactly|certainly|definitely
      AT at(?: the (?:point|place|input))?
      FUNCTION function
      RESULT result|answer|output
      THE the|our|its|this
      ANY an?|each|every|any
      """;

  private static final String SPANISH =
      """
      IS es|son|vale|valen|igual a|exactamente
      IS_ABOUT (?:es|son) (?:aproximadamente|casi|unos|alrededor de)
      IS_NOT no (?:es|son)
      GIVES dan?|devuelve
      PRINTS imprime|salida|muestra
      NOW ahora|queda(?: en)?
      HAS tiene|con|recibe
      FALSE fals[oa]
      LESS inferior a|menos de|menor que|menor a|por debajo de
      GREATER superan?|excede|superior a|más de|mayor que|mayor a|por encima de
      NOT no|nunca|jamás
      NONE ningun[oa]?|ningún|nada|nadie|ni
      REACHES alcanzan?
      AT_LEAST al menos|por lo menos|como mínimo
      AT_MOST como mucho|como máximo|a lo sumo
      UP_TO hasta|dentro de
      OR_MORE o (?:más|mayor)
      OR_LESS o (?:menos|menor)
      THAN de|que
      BETWEEN entre
      RISES sube|subió|crece|creció|aumenta|aumentó|subiendo|creciendo|aumentando
      FALLS baja|bajó|cae|cayó|disminuye|disminuyó|bajando|cayendo|disminuyendo
      FROM de|desde
      TO a|hasta
      AND y|e
      OR o|u
      SO así|aquí|luego|porque|pues|y|finalmente|al final|(?:vemos|sabemos|resulta|significa) que
      BECAUSE pero|porque|que
      THE_VALUE_OF el (?:valor de|peso|sesgo|resultado|costo|precio)|la (?:entrada|salida|pérdida)
      IF si|cuando|donde|mientras|con|sin|para|tras|después|antes|sea
      A una?|el|la|su|cuy[oa]
      OF de|del
      THAT el|la
      GRADIENT gradientes?|derivadas?|pendientes?
      VALUE valor(?:es)?|datos?
      WITH_RESPECT_TO (?:con )?respecto (?:a|de)
      PLUS más
      MINUS menos
      TIMES por|multiplicado por
      DIVIDED_BY dividido (?:por|entre)
      SUM_OF suma de
      DIFFERENCE_OF diferencia (?:entre|de)
      PRODUCT_OF producto de
      MAXIMUM_OF (?:máximo|mayor) de
      MINIMUM_OF (?:mínimo|menor) de
      MEAN_OF (?:media|promedio) de
      LENGTH_OF longitud de|(?:cantidad|número) de (?:elementos|valores) de
      ELEMENTS elementos?|números?|valor(?:es)?
      TWICE el doble (?:de|que)
      TRIPLE el triple (?:de|que)
      HALF la mitad de
      THIRD_OF un tercio de
      QUARTER_OF un cuarto de
      FOUR_TIMES cuatro veces|el cuádruple (?:de|que)
      FIVE_TIMES cinco veces|el quíntuple (?:de|que)
      TEN_TIMES diez veces
      HUNDRED_TIMES cien veces
      ADD_UP_TO suman|juntos (?:son|dan|suman)|en total (?:son|dan|suman)
      SUM suma
      DIFFERENCE diferencia|resta
      PRODUCT producto
      QUOTIENT cociente
      FIRST primer[oa]?|inicial
      LAST últim[oa]|final
      SECOND segund[oa]
      THIRD tercer[oa]?
      ASSUMES si
      PROVIDES con|para|en
      SUPPOSES supongamos|supón|suponé|suponga|imagin[aáe]|imag[ií]nate|imaginemos|tomemos|tom[aá]|sean?|dad[oa]s?
      WHAT_IF ¿(?:y |qué pasa )?si
      YES sí|claro|exacto|por supuesto|correcto|cierto|obvio|obviamente|efectivamente|así es
      AT en(?: el punto)?
      FUNCTION función
      RESULT resultado|respuesta|salida
      THE el|la|los|las|nuestr[oa]s?|su|este|esta
      ANY una?|cada
      """;

  private static final String FRENCH =
      """
      IS est|sont|vaut|valent
      IS_ABOUT (?:est|vaut) (?:environ|presque|à peu près)
      IS_NOT n'est pas
      GIVES donne|renvoie|font
      PRINTS affiche|sortie
      NOW maintenant|devient
      HAS a|avec|reçoit
      FALSE faux|fausse
      LESS moins (?:de|que)|plus petite? que|inférieure? à
      GREATER dépasse|plus (?:de|grande? que)|supérieure? à
      NOT jamais|non|pas
      NONE aucune?|rien
      AT_LEAST au moins
      AT_MOST au plus
      OR_MORE ou plus
      OR_LESS ou moins
      THAN de|que
      BETWEEN entre
      RISES monte|augmente|croît
      FALLS baisse|diminue|descend|tombe
      FROM de
      TO à
      AND et
      OR ou
      SO donc|ici|car|et|finalement|à la fin|on (?:voit|trouve) que
      BECAUSE mais|car
      THE_VALUE_OF la valeur de
      IF quand|lorsque|avec|sans|pour|après|avant|soit
      A une?|le|la|son|dont le
      OF de|du
      THAT celui|celle
      GRADIENT gradients?|dérivées?|pentes?
      VALUE valeurs?|données?
      WITH_RESPECT_TO par rapport à|par
      PLUS plus
      MINUS moins
      TIMES fois
      DIVIDED_BY divisé par
      SUM_OF somme de
      DIFFERENCE_OF différence (?:entre|de)
      PRODUCT_OF produit de
      MAXIMUM_OF maximum de
      MINIMUM_OF minimum de
      MEAN_OF moyenne de
      LENGTH_OF longueur de
      ELEMENTS éléments?|nombres?|valeurs?
      TWICE le double de
      TRIPLE le triple de
      HALF la moitié de
      THIRD_OF un tiers de
      QUARTER_OF un quart de
      FOUR_TIMES quatre fois|le quadruple de
      FIVE_TIMES cinq fois
      TEN_TIMES dix fois
      ADD_UP_TO totalisent|font (?:ensemble|en tout)
      SUM somme
      DIFFERENCE différence
      PRODUCT produit
      QUOTIENT quotient
      FIRST premi(?:er|ère)|initiale?
      LAST derni(?:er|ère)|finale?
      SECOND deuxième|seconde?
      THIRD troisième
      ASSUMES si
      PROVIDES avec|pour|à|en
      SUPPOSES supposons|imagine(?:z|ons)?|soit
      WHAT_IF et si
      YES oui
      AT en|à|au point
      FUNCTION fonction
      RESULT résultat|réponse|sortie
      THE le|la|les|notre|ce|cette
      ANY une?|chaque
      """;

  private static final String GERMAN =
      """
      IS ist|sind
      IS_ABOUT (?:ist|sind) (?:etwa|ungefähr|rund|fast)
      GIVES ergibt|ergeben|macht
      PRINTS gibt aus|ausgabe|zeigt
      NOW jetzt|wird
      HAS hat|mit|bekommt|erhält
      FALSE falsch|nicht wahr
      LESS weniger als|kleiner als|unter
      GREATER übersteigt|mehr als|größer als|über
      NOT nicht|nie
      NONE keine?[rs]?|nichts
      AT_LEAST mindestens
      AT_MOST höchstens
      OR_MORE oder (?:mehr|darüber)
      OR_LESS oder (?:weniger|darunter)
      THAN als
      BETWEEN zwischen
      RISES steigt|stieg|wächst|wuchs
      FALLS fällt|fiel|sinkt|sank
      FROM von
      TO auf
      AND und
      OR oder
      SO hier|denn|und
      BECAUSE aber|denn
      THE_VALUE_OF der wert von
      IF wenn|falls|wo|mit|ohne|bei|für|nach|vor
      A eine?n?|der|die|das|den|seine?n?|dessen|deren
      OF von
      THAT der|die
      GRADIENT gradient(?:en)?|ableitung(?:en)?|steigung(?:en)?
      VALUE werte?|daten
      WITH_RESPECT_TO nach|bezüglich
      PLUS plus
      MINUS minus
      TIMES mal
      DIVIDED_BY geteilt durch
      SUM_OF summe (?:von|aus)
      DIFFERENCE_OF differenz (?:von|zwischen|aus)
      PRODUCT_OF produkt (?:von|aus)
      MAXIMUM_OF maximum von
      MINIMUM_OF minimum von
      MEAN_OF (?:mittelwert|durchschnitt) von
      LENGTH_OF länge von
      ELEMENTS elemente?|zahl(?:en)?|werte?
      TWICE das doppelte von
      TRIPLE das dreifache von
      HALF die hälfte von
      FOUR_TIMES viermal|das vierfache von
      FIVE_TIMES fünfmal
      TEN_TIMES zehnmal
      ADD_UP_TO (?:ergeben|sind|machen) zusammen
      SUM summe
      DIFFERENCE differenz
      PRODUCT produkt
      QUOTIENT quotient
      FIRST erste[rsn]?
      LAST letzte[rsn]?
      SECOND zweite[rsn]?
      THIRD dritte[rsn]?
      ASSUMES wenn|falls
      PROVIDES mit|bei|für
      SUPPOSES angenommen|nehmen wir an|sei
      WHAT_IF (?:und )?was wenn
      YES ja
      AT bei|an der stelle
      FUNCTION funktion
      RESULT ergebnis|antwort|ausgabe
      THE der|die|das|den|dem|unser\\w*|dies\\w*
      ANY eine?r?|jede[rs]?
      """;

  private static final String ITALIAN =
      """
      IS è|sono
      GIVES dà
      PRINTS stampa
      NOW ora|diventa
      HAS ha|con
      FALSE fals[oa]
      LESS meno (?:di|che)|minore di
      GREATER più di|maggiore di
      NOT non|mai
      NONE nessun[oa]?|niente
      AT_LEAST almeno
      AT_MOST al massimo
      OR_MORE o più
      OR_LESS o meno
      THAN di|che
      BETWEEN tra|fra
      RISES sale|cresce|aumenta
      FALLS scende|cala|diminuisce
      FROM da
      TO a
      AND e
      OR o
      SO quindi|perché|e|infine|alla fine|vediamo che
      BECAUSE ma|perché
      THE_VALUE_OF il valore di
      IF se|quando|senza|dopo|prima|per
      A una?|il|la|suo|sua
      OF di
      THAT quell[oa]
      GRADIENT gradienti?|derivat[ae]|pendenz[ae]
      VALUE valor[ei]
      WITH_RESPECT_TO rispetto a
      PLUS più
      MINUS meno
      TIMES per
      DIVIDED_BY diviso
      SUM_OF somma (?:di|tra)
      DIFFERENCE_OF differenza (?:tra|fra)
      PRODUCT_OF prodotto (?:di|tra)
      MAXIMUM_OF massimo di
      MINIMUM_OF minimo di
      MEAN_OF media di
      LENGTH_OF lunghezza di
      ELEMENTS element[oi]|numer[oi]|valor[ei]
      TWICE il doppio di
      TRIPLE il triplo di
      HALF la metà di
      THIRD_OF un terzo di
      QUARTER_OF un quarto di
      FOUR_TIMES quattro volte|il quadruplo di
      FIVE_TIMES cinque volte
      TEN_TIMES dieci volte
      ADD_UP_TO sommano a|insieme (?:sono|fanno)
      SUM somma
      DIFFERENCE differenza
      PRODUCT prodotto
      QUOTIENT quoziente
      FIRST prim[oa]|iniziale
      LAST ultim[oa]|finale
      SECOND second[oa]
      THIRD terz[oa]
      ASSUMES se
      PROVIDES con|per|in
      SUPPOSES supponiamo|immagina|sia
      WHAT_IF e se
      YES sì
      AT in|nel punto
      FUNCTION funzione
      RESULT risultato|risposta
      THE il|lo|la|i|le|nostr[oa]|quest[oa]
      ANY un[ao]?|ogni
      """;

  private static final String PORTUGUESE =
      """
      IS é|são
      IS_NOT não (?:é|são)
      GIVES dá|retorna
      PRINTS imprime|saída
      NOW agora
      HAS tem|com
      FALSE fals[oa]
      LESS menos do que|menor do que|abaixo de
      GREATER mais de|maior que|maior do que|acima de
      NOT não|nunca
      NONE nenhuma?
      AT_LEAST pelo menos
      AT_MOST no máximo
      RISES sobe|cresce|aumenta
      FALLS cai|desce|diminui
      FROM de
      TO para
      OR_MORE ou mais
      OR_LESS ou menos
      THAN de|que
      AND e
      OR ou
      SO logo|pois|e|finalmente|no final|vemos que
      BECAUSE mas|pois
      THE_VALUE_OF o valor de
      IF se|quando|com|sem|após|em
      A uma?|o|a|seu|sua
      OF de
      THAT o|a
      GRADIENT gradientes?|derivadas?|inclinação
      VALUE valor(?:es)?
      WITH_RESPECT_TO em relação a
      PLUS mais
      MINUS menos
      TIMES vezes
      DIVIDED_BY dividido por
      SUM_OF soma (?:de|entre)
      DIFFERENCE_OF diferença entre
      PRODUCT_OF produto (?:de|entre)
      MAXIMUM_OF máximo de
      MINIMUM_OF mínimo de
      MEAN_OF média de
      LENGTH_OF (?:comprimento|tamanho) de
      ELEMENTS elementos?|números?|valor(?:es)?
      TWICE o dobro de
      TRIPLE o triplo de
      HALF a metade de
      THIRD_OF um terço de
      QUARTER_OF um quarto de
      FOUR_TIMES quatro vezes|o quádruplo de
      FIVE_TIMES cinco vezes
      TEN_TIMES dez vezes
      ADD_UP_TO somam|juntos (?:são|dão)
      SUM soma
      DIFFERENCE diferença
      PRODUCT produto
      QUOTIENT quociente
      FIRST primeir[oa]|inicial
      LAST últim[oa]|final
      SECOND segund[oa]
      THIRD terceir[oa]
      ASSUMES se
      PROVIDES com|para|em
      SUPPOSES suponha(?:mos)?|imagine|seja
      WHAT_IF e se
      YES sim
      AT em|no ponto
      FUNCTION função
      RESULT resultado|resposta|saída
      THE o|os|as|noss[oa]|est[ea]
      ANY uma?|cada
      """;

  private static final String RUSSIAN =
      """
      LESS меньше(?:,? чем)?
      GREATER больше(?:,? чем)?
      NOT не
      """;

  private static final String CHINESE =
      """
      GIVES 是|等于|为
      FALSE 假
      LESS 小于|低于|少于
      GREATER 大于|高于|超过
      NOT 不
      """;

  private static final Map<Phrase, String> WORDS = new EnumMap<>(Phrase.class);

  static {
    for (String language :
        List.of(ENGLISH, SPANISH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, RUSSIAN, CHINESE)) {
      language
          .lines()
          .forEach(
              line -> {
                int blank = line.indexOf(' ');
                Phrase phrase = valueOf(line.substring(0, blank));
                WORDS.merge(phrase, line.substring(blank + 1), (some, more) -> some + "|" + more);
              });
    }
  }

  /// The words of all languages, as a group of a pattern.
  @Override
  public String toString() {
    return "(?:" + WORDS.getOrDefault(this, "(?!)") + ")";
  }

  private static final Pattern NAME = Pattern.compile("@([A-Z_]+)");

  /// A pattern in which `@IS` stands for the words of [#IS].
  public static Pattern pattern(String pattern) {
    return Pattern.compile(
        "(?iu)"
            + NAME.matcher(pattern)
                .replaceAll(it -> Matcher.quoteReplacement(valueOf(it.group(1)).toString())));
  }
}
