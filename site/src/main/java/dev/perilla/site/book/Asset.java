package dev.perilla.site.book;

/// A file of the book that is published as it is.
///
/// @param path relative to the folder of the book and to the root of the site, with `/`
/// @param place where it lies
public record Asset(String path, Place place) {}
