package dev.perilla.renderer;

/// A file of text that a site is made of.
///
/// @param path relative to the site's root, with `/` between folders
/// @param content to be written as UTF-8
public record Page(String path, String content) {}
