/// The chapters of a book among the tests of a Java project. Start with [ChapterTests]; the project
/// brings JUnit 5 itself.
@NullMarked
package dev.perilla.site.junit;

import org.jspecify.annotations.NullMarked;
