package dev.perilla.engine.language.runtime;

import org.jspecify.annotations.Nullable;

/// What the decorators of methods make.
sealed interface Descriptor {
  /// A property; it is called as the last body of a class calls it in which it stands.
  final class Property implements Descriptor {
    private final @Nullable Object get;
    private final @Nullable Object set;
    private final @Nullable Object delete;
    private final @Nullable Object doc;
    private String name = "";

    Property(
        @Nullable Object get, @Nullable Object set, @Nullable Object delete, @Nullable Object doc) {
      this.get = get;
      this.set = set;
      this.delete = delete;
      this.doc = doc;
    }

    @Nullable Object get() {
      return get;
    }

    @Nullable Object set() {
      return set;
    }

    @Nullable Object delete() {
      return delete;
    }

    @Nullable Object doc() {
      return doc;
    }

    /// The same property under that name.
    Property named(String called) {
      name = called;
      return this;
    }

    String name() {
      return name;
    }

    /// What it lacks for an object of that class: `property 'v' of 'A' object has no setter`.
    String lacks(String owner, String what) {
      String called = name.isEmpty() ? "" : " '" + name + "'";
      return "property" + called + " of '" + owner + "' object has no " + what;
    }
  }

  record StaticMethod(Object function) implements Descriptor {}

  /// An attribute that CPython keeps for all objects of a class, shown as it shows it.
  record OfAll(String name, String owner) implements Descriptor {}

  record ClassMethod(Object function) implements Descriptor {}
}
