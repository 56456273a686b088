/// Command lines and their transcripts.
@NullMarked
package dev.perilla.site.cli;

import org.jspecify.annotations.NullMarked;
