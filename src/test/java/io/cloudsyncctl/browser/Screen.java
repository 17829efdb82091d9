package io.cloudsyncctl.browser;

/**
 * On what a page is shown.
 *
 * @param medium {@code screen} or {@code print}
 */
record Screen(int width, int height, boolean mobile, boolean dark, String medium) {
  static final Screen DESKTOP = new Screen(1180, 860, false, false, "screen");
  static final Screen DARK = new Screen(1180, 860, false, true, "screen");
  static final Screen PHONE = new Screen(360, 740, true, false, "screen");
  static final Screen DARK_PHONE = new Screen(360, 740, true, true, "screen");
  static final Screen PAPER = new Screen(720, 1000, false, false, "print");
}
