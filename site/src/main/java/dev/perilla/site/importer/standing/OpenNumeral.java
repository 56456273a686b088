package dev.perilla.site.importer.standing;

/// A numeral that somebody has to look at.
///
/// @param numeral as it stands
/// @param context a few words around it
/// @param suggestion `plain`, `cite`, or what to write
public record OpenNumeral(String numeral, String context, String suggestion) {}
