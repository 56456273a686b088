/// The command line: one file a command.
///
/// Start with [Main], then [Command]: what a command is called and takes is data ([Syntax]), read
/// by [Arguments] where all is well and by picocli ([Usage]) for help, mistakes and suggestions.
/// [Report] prints findings, [Terminal] is all that a command sees of the process.
@NullMarked
package dev.perilla.site.cli;

import org.jspecify.annotations.NullMarked;
