/// Publishing all or nothing.
@NullMarked
package dev.perilla.site.publish;

import org.jspecify.annotations.NullMarked;
