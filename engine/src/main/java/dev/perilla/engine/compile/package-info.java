/// From a chapter to its compiled form: run, look, check, account.
///
/// Start with [Compiler]. Who does what, in the order in which a chapter passes by:
///
/// - `Settings` and `BookTexts` are what the book says; `Translated` puts a translation's texts in
///   the place of the original's, `Sameness` with `Substance`, `Counts` and `Changed` holds the two
///   against each other.
/// - [Execution] runs the blocks and is the state that texts look at; `Gradients` and
///   `PrintedGradients` witness derivatives, `Facts` says objects in the words of verification,
///   `Knobs` and `Inputs` keep what a page needs to run it again. [Trial] is the same for a program
///   that is only tried.
/// - [Markdown] reads a text with the places of its characters (`Places`); [Prose] turns it into
///   the tree of the page, with `Inlines`, `Addresses`, `Footnotes`, `Markers` and `Likeness`;
///   `Listings` and `Strings` do the same for code.
/// - [Views] are what the state looks like: `Figures`, `Lists`, `NetworkView`, `TrainingView`, and
///   `Plots` with `Curves`, `Dots`, `Regions`, `Plane` and `Scale`.
/// - [Exercises] run in `Cases`, each a `Scene` in which `Questions` are asked and proved: a proof
///   for each kind of answer, `…Proof`. `StudentEdition` leaves out what they keep back.
/// - [Compilation] is what became of it.
@NullMarked
package dev.perilla.engine.compile;

import org.jspecify.annotations.NullMarked;
