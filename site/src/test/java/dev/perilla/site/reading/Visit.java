package dev.perilla.site.reading;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// Somebody looks at the pages of a site. Closing it fails where the console had something to say,
/// or where a page asked for anything that is not of the site.
public final class Visit implements AutoCloseable {
  private static final double WAIT = 10_000;

  private final String root;
  private final BrowserContext context;
  private final Page page;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Visit(String root, BrowserContext context) {
    this.root = root;
    this.context = context;
    context.setDefaultTimeout(WAIT);
    this.page = context.newPage();
    page.onConsoleMessage(
        said -> {
          if (said.type().equals("error") || said.type().equals("warning")) {
            complaints.add(page.url() + ": the console says: " + said.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": a script failed: " + error));
    page.onRequest(
        request -> {
          String url = request.url();
          requests.add(url);
          if (!url.startsWith(root) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add(page.url() + " asked for " + url);
          }
        });
  }

  static Visit to(String root, Browser browser, Screen screen) {
    return new Visit(
        root,
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(screen.width(), 900)
                .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setHasTouch(screen.touch())
                .setIsMobile(screen.touch())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(screen.scripts())));
  }

  /// Opens a page of the site by its path, with everything that it loads.
  public Page open(String path) {
    requests.clear();
    page.navigate(root + path);
    return page;
  }

  /// The page as it stands.
  public Page page() {
    return page;
  }

  /// What the page has asked for since it was opened, itself first: addresses.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /// What went wrong so far.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
    if (!complaints.isEmpty()) {
      throw new AssertionError(String.join("\n", complaints));
    }
  }
}
