/// What pages look like: whole pages against kept ones, laws of drawings, hostile texts.
@NullMarked
package dev.perilla.renderer;

import org.jspecify.annotations.NullMarked;
