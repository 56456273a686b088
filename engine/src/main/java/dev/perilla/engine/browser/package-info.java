/// What a page may ask of the engine. This package and all that it reaches is compiled to
/// JavaScript when the engine is built (`src/build/PageEngine.java`), so that the page computes
/// with the engine that verified the chapter. Start at [Browser].
@NullMarked
package dev.perilla.engine.browser;

import org.jspecify.annotations.NullMarked;
