package dev.perilla.engine.language.runtime;

/// What `super()` gives: looks names up in the bases of `type`, for `self`.
record PySuper(PyClass type, Object self) {
  static PySuper of(Run run, PyClass type, Object self) {
    if (self == Singleton.NONE) {
      throw run.unsupported(
          "super() with one argument is not part of this language",
          "write super(), or super(type, object)");
    }
    boolean ofClass = self instanceof PyClass given && given.isSubclass(type);
    if (!ofClass && !Types.of(self).isSubclass(type)) {
      throw run.typeError("super(type, obj): obj must be an instance or subtype of type");
    }
    return new PySuper(type, self);
  }
}
