/** What went wrong or deserves a word, where, and what to do next. */
@NullMarked
package io.cloudsyncctl.diagnostic;

import org.jspecify.annotations.NullMarked;
