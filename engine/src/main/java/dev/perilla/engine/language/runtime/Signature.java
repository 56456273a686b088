package dev.perilla.engine.language.runtime;

/// The parameters of a function. Their slots are numbered in this order: positional, by keyword
/// only, `*args`, `**kwargs`.
///
/// @param names of all positional ones and those by keyword only
/// @param positionOnly how many of the first take no keyword
/// @param positional how many may be given by position
/// @param star whether there is `*args`
/// @param doubleStar whether there is `**kwargs`
/// @param cells the slots of parameters that inner functions see
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Signature(
    String[] names,
    int positionOnly,
    int positional,
    boolean star,
    boolean doubleStar,
    int[] cells) {
  boolean simple() {
    return !star && !doubleStar && positional == names.length;
  }
}
