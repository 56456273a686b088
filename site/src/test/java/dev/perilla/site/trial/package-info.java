@NullMarked
package dev.perilla.site.trial;

import org.jspecify.annotations.NullMarked;
