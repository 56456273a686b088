/// Sites in a real browser: the Chromium of this machine, without which these tests are skipped
/// with a notice. A test is extended with [Reading], makes a [Site] and looks at it in a [Visit].
@NullMarked
package dev.perilla.site.reading;

import org.jspecify.annotations.NullMarked;
