import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Makes the scripts of pages smaller: `PageScripts SOURCES OUTPUT` writes for each `name.js` in
/// SOURCES a `name.min.js` into OUTPUT that does the same with short names. Run from its source by
/// the build, with the Closure Compiler on the class path; does nothing for a script that has not
/// changed.
public final class PageScripts {
  public static void main(String[] words) throws IOException {
    Path output = Path.of(words[1]);
    List<Path> sources;
    try (Stream<Path> files = Files.list(Path.of(words[0]))) {
      sources = files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
    for (Path source : sources) {
      Path small = output.resolve(source.getFileName().toString().replace(".js", ".min.js"));
      if (!Files.exists(small)
          || Files.getLastModifiedTime(small).compareTo(Files.getLastModifiedTime(source)) <= 0) {
        Files.writeString(small, compiled(source));
      }
    }
  }

  private static String compiled(Path source) throws IOException {
    CompilerOptions options = new CompilerOptions();
    CompilationLevel.SIMPLE_OPTIMIZATIONS.setOptionsForCompilationLevel(options);
    options.setTrustedStrings(true); // no page has a script within it, so > may stand in a string
    options.setLanguage(CompilerOptions.LanguageMode.UNSTABLE);
    Compiler compiler = new Compiler(System.err);
    compiler.disableThreads();
    SourceFile script = SourceFile.fromCode(source.toString(), Files.readString(source));
    if (!compiler.compile(List.of(), List.of(script), options).success) {
      throw new IllegalStateException(source + " is no script that pages could load");
    }
    return compiler.toSource() + "\n";
  }
}
