import com.google.googlejavaformat.java.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whether all Java sources below a folder are formatted: `Format check ROOT` names those that are
/// not and exits with 1, `Format write ROOT` formats them. Run from its source by the build, with
/// google-java-format on the class path.
public final class Format {
  public static void main(String[] words) throws Exception {
    List<String> arguments = new ArrayList<>();
    if (words[0].equals("write")) {
      arguments.add("--replace");
    } else {
      arguments.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    Path root = Path.of(words[1]).toRealPath();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(file -> root.relativize(file).toString().matches("\\w+[/\\\\]src[/\\\\].*[.]java"))
          .sorted()
          .forEach(file -> arguments.add(file.toString()));
    }
    Main.main(arguments.toArray(String[]::new));
  }
}
