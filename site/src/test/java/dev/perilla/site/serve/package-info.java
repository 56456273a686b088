@NullMarked
package dev.perilla.site.serve;

import org.jspecify.annotations.NullMarked;
