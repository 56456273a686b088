@NullMarked
package dev.perilla.site;

import org.jspecify.annotations.NullMarked;
