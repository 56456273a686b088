package dev.perilla.chapter;

import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// An input of an example or exercise: a leaf of its graph. Numbers keep the digits of the author.
public sealed interface Given {
  /// The name that the program sees.
  Text name();

  /// `a: 3`
  record Fixed(Text name, Text value) implements Given {}

  /// `a: {value: 3, min: 0, max: 10, step: 0.01}`: an input that the reader may turn.
  record Knob(Text name, Text value, Optional<Text> min, Optional<Text> max, Optional<Text> step)
      implements Given {}

  /// `a: {from: 1, to: 9, step: 2}`: a range for the variants of an exercise, both ends included.
  record Range(Text name, Text from, Text to, Optional<Text> step) implements Given {}

  /// `a: {one_of: [2, 3, 5]}`: a set for the variants of an exercise.
  record OneOf(Text name, List<Text> values) implements Given {
    public OneOf {
      values = List.copyOf(values);
    }
  }
}
