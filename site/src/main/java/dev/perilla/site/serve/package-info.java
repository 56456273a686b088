/// The author's loop: a book is built, watched, built again where a file changes, and its page
/// loaded anew.
///
/// Start with [DevServer]; [Watch] says when a file of the book changed.
@NullMarked
package dev.perilla.site.serve;

import org.jspecify.annotations.NullMarked;
