@NullMarked
package dev.perilla.site.build;

import org.jspecify.annotations.NullMarked;
