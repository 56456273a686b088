@NullMarked
package dev.perilla.site.exporter;

import org.jspecify.annotations.NullMarked;
