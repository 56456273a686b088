package dev.perilla.site.reading;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Somebody with a browser. One browser serves all tests of a run; each visit has a profile of its
/// own, so nothing is kept from one to the next.
public final class Reader implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Reader(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Reader with(Path chromium) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    return new Reader(playwright, browser);
  }

  /// A visit to the files of a site, as they are opened from a folder.
  public Visit visit(Site site, Screen screen) {
    return Visit.to(site.folder().toUri().toString(), browser, screen);
  }

  /// A visit to a site over HTTP, from this machine to itself.
  public Visit visitServed(Site site, Screen screen) {
    return Visit.to(site.served(), browser, screen);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
