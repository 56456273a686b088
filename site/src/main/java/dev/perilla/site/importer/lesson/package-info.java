/// A file is read into a [Lesson].
///
/// `MarkdownLesson`, `NotebookLesson` and `ScriptLesson` are the forms of files, with `Html`,
/// `Voices`, `Siblings`, `Pictures`, `Imports`, `Parts` and `Exercises`. Formulas become code in
/// `Maths` and `Tex`, with `Layers`, `Letters`, `Statements` and `Commas`.
@NullMarked
package dev.perilla.site.importer.lesson;

import org.jspecify.annotations.NullMarked;
