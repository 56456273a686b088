package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchIndexTest {
  /// What is found is shown with some words around it: no line of code runs into the next.
  @Test
  void theLinesOfAListingAreTold() {
    assertThat(SearchIndex.entries(Sample.chapter())).contains(" · c = a * b");
  }
}
