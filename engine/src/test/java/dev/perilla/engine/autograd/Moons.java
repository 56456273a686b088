package dev.perilla.engine.autograd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// micrograd's public demo: two moons, a network of 337 parameters, 100 steps of gradient descent.
final class Moons {
  /// A point and its label, -1 or 1.
  record Point(double x1, double x2, double label) {}

  /// The data of the demo, if they lie beside the project or one of the folders above it.
  static Optional<List<Point>> points() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path file = folder.resolve("shared/data/moons.csv");
      if (Files.exists(file)) {
        try {
          return Optional.of(Files.readAllLines(file).stream().skip(1).map(Moons::point).toList());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static Point point(String line) {
    String[] cells = line.split(",", -1);
    return new Point(
        Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
  }

  static Mlp model() {
    Twister random = new Twister(1337);
    return Mlp.of(2, List.of(16, 16, 1), () -> random.uniform(-1, 1));
  }

  /// The demo's loss: the mean of the margins that are missed, and 1e-4 of the parameters' squares.
  static Value loss(Mlp model, List<Point> points) {
    List<List<Value>> inputs = new ArrayList<>();
    for (Point point : points) {
      inputs.add(List.of(Value.of(point.x1()), Value.of(point.x2())));
    }
    List<Value> scores = inputs.stream().map(x -> model.call(x).getFirst()).toList();
    List<Value> losses = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      losses.add(scores.get(i).mul(-points.get(i).label()).add(1).relu());
    }
    Value data = sum(losses).mul(1.0 / losses.size());
    Value penalty = sum(model.parameters().stream().map(p -> p.mul(p)).toList()).mul(1e-4);
    return data.add(penalty);
  }

  private static Value sum(List<Value> values) {
    Value sum = values.getFirst().add(0);
    for (Value value : values.subList(1, values.size())) {
      sum = sum.add(value);
    }
    return sum;
  }

  static double rate(int step) {
    return 1.0 - 0.9 * step / 100;
  }

  private Moons() {}
}
