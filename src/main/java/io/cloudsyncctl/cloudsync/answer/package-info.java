/** What the getters of Cloud Sync answer, typed. */
@NullMarked
package io.cloudsyncctl.cloudsync.answer;

import org.jspecify.annotations.NullMarked;
