/// The only module that touches the world: files, terminal, processor cores.
///
/// Start with `cli`, one file a command. `book` finds chapters and puts them in order, `publish`
/// writes a site beside the old one and swaps them.
@NullMarked
package dev.perilla.site;

import org.jspecify.annotations.NullMarked;
