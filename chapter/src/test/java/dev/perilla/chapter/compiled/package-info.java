@NullMarked
package dev.perilla.chapter.compiled;

import org.jspecify.annotations.NullMarked;
