/// Each numeral of a lesson is looked at.
///
/// [Standings] goes through the texts, with the `Candidates` of expressions, [Tried] as the one
/// judge, and `Dressing` for what is written in a number's place: `Cells`, `Columns`, `Sentences`,
/// `Spans`, `Comments`, `Slopes`. `States`, `Moves`, `Spoken`, `Rest`, `Rounded`, `OnTheWay`,
/// `Products`, `Enumerations` and `Totals` know what else a number may be. [Outcome] is what became
/// of it.
@NullMarked
package dev.perilla.site.importer.standing;

import org.jspecify.annotations.NullMarked;
