@NullMarked
package dev.perilla.chapter;

import org.jspecify.annotations.NullMarked;
