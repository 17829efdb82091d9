package io.cloudsyncctl.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit without its surroundings: it reads neither the system's nor the user's configuration, which
 * in a container may be another's or not there, starts no program to find them, and writes nothing.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {
  private static final long COARSEST_CLOCK_SECONDS = 2;

  private IsolatedSystemReader() {
    super(SystemReader.getInstance());
  }

  /** Isolates JGit for the whole program; a second time changes nothing. */
  static synchronized void ensure() {
    if (!(SystemReader.getInstance() instanceof IsolatedSystemReader)) {
      SystemReader.setInstance(new IsolatedSystemReader());
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** A configuration that no file holds. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    /** Were this unknown, JGit would measure the disk's clock by writing files into the folder. */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(COARSEST_CLOCK_SECONDS, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
  }
}
