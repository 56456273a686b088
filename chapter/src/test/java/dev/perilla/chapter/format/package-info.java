@NullMarked
package dev.perilla.chapter.format;

import org.jspecify.annotations.NullMarked;
