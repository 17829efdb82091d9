package io.cloudsyncctl.plan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.risk.CloudPlace.Likeness;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudPlaceTest {
  private static CloudPlace place(String type, String account, Map<String, String> property) {
    return CloudPlace.of(Live.connection(1, "one", type, account, property));
  }

  private static CloudPlace place(String type, String account, String property) {
    Map<String, String> answer = new HashMap<>();
    for (String field : property.split(" ", -1)) {
      if (!field.isEmpty()) {
        String[] parts = field.split("=", 2);
        answer.put(parts[0], parts[1]);
      }
    }
    return place(type, account, answer);
  }

  @ParameterizedTest
  @CsvSource({
    // A bucket is one all over the world, whoever reaches it; unread, it equals every one.
    "az, ann, bucket_name=b,  az, ann, bucket_name=b,  SAME",
    "az, ann, bucket_name=b,  az, bob, bucket_name=B,  SAME",
    "az, ann, bucket_name=b,  az, ann, bucket_name=c,  DIFFERENT",
    "az, ann, bucket_name=b,  az, bob, '',             MAYBE_SAME",
    "az, ann, bucket_name=b,  az, bob, bucket_name=,   MAYBE_SAME",
    "az, ann, '',             az, bob, '',             MAYBE_SAME",
    "az, ann, server_addr=a,  az, bob, server_addr=b,  MAYBE_SAME",
    "az, '',  bucket_name=b,  az, '',  bucket_name=c,  DIFFERENT",
    // Not of another provider.
    "az, ann, '',             db, ann, '',             DIFFERENT",
    "az, ann, '',             azure_cloud_storage, ann, '', DIFFERENT",
    // A container is a name within an account.
    "azure_cloud_storage, ann, container_name=c, azure_cloud_storage, ann, container_name=c, SAME",
    "azure_cloud_storage, ann, container_name=c, azure_cloud_storage, ann, container_name=d,"
        + " DIFFERENT",
    "azure_cloud_storage, ann, container_name=c, azure_cloud_storage, bob, container_name=c,"
        + " DIFFERENT",
    "azure_cloud_storage, ann, container_name=c, azure_cloud_storage, '',  container_name=c,"
        + " MAYBE_SAME",
    "azure_cloud_storage, ann, container_name=c, azure_cloud_storage, bob, '', MAYBE_SAME",
    // One account is one place.
    "db, ann, '',             db, ann, '',             SAME",
    "db, ann, '',             db, Ann, '',             SAME",
    "db, ann, '',             db, bob, '',             DIFFERENT",
    "db, ann, '',             db, '',  '',             MAYBE_SAME",
    "od_v1, ann, user_name=ann, od_v1, bob, '',        DIFFERENT",
    // A shared drive is one, whoever reaches it; one that is none is the account's own.
    "gd, ann, shared_drive_name=T, gd, bob, shared_drive_name=T, SAME",
    "gd, ann, shared_drive_name=T, gd, ann, shared_drive_name=U, DIFFERENT",
    "gd, ann, shared_drive_name=T, gd, ann, shared_drive_name=,  DIFFERENT",
    "gd, ann, shared_drive_name=,  gd, ann, shared_drive_name=,  SAME",
    "gd, ann, shared_drive_name=,  gd, bob, shared_drive_name=,  DIFFERENT",
    "gd, ann, shared_drive_name=T, gd, bob, '',                  MAYBE_SAME",
    "gd, ann, user_name=ann,       gd, bob, user_name=bob,       MAYBE_SAME",
    // A server has many addresses.
    "wd, ann, server_addr=https://dav.example:5006/a, wd, ann, server_addr=DAV.example/b, SAME",
    "wd, ann, server_addr=https://[::1]:5006/,        wd, ann, server_addr=[::1],         SAME",
    "wd, ann, server_addr=dav.example, wd, ann, server_addr=other.example, DIFFERENT",
    "wd, ann, server_addr=dav.example, wd, bob, server_addr=dav.example,   DIFFERENT",
    "wd, ann, server_addr=dav.example, wd, bob, '',                        MAYBE_SAME",
    "wd, ann, server_addr=dav.example, wd, '',  server_addr=dav.example,   MAYBE_SAME",
    // Of a provider that nobody has seen yet, what is told counts.
    "new, ann, bucket_name=b, new, bob, bucket_name=b, SAME",
    "new, ann, bucket_name=b, new, ann, bucket_name=c, DIFFERENT",
    "new, ann, bucket_name=b, new, bob, user_name=bob, MAYBE_SAME",
    "new, ann, container_name=c, new, bob, user_name=bob, MAYBE_SAME",
    "new, ann, user_name=ann, new, bob, user_name=bob, DIFFERENT",
    "new, ann, user_name=ann, new, ann, user_name=ann, SAME",
    "new, ann, '',            new, bob, user_name=bob, MAYBE_SAME",
    "new, ann, '',            new, bob, '',            MAYBE_SAME",
    "new, ann, container_name=c project_id=p, new, ann, container_name=c project_id=q, DIFFERENT",
    "'',  ann, '',            az,  bob, bucket_name=b, MAYBE_SAME",
  })
  void twoPlacesAreDifferentOnlyWhereThatIsKnown(
      String type,
      String account,
      String property,
      String otherType,
      String otherAccount,
      String otherProperty,
      Likeness likeness) {
    CloudPlace one = place(type, account, property);
    CloudPlace other = place(otherType, otherAccount, otherProperty);
    assertThat(one.compare(other)).isEqualTo(likeness);
    assertThat(other.compare(one)).isEqualTo(likeness);
    if (likeness == Likeness.MAYBE_SAME) {
      assertThat(one.missing(other).or(() -> other.missing(one))).isPresent();
    }
  }

  @Test
  void aBlankNameIsNoName() {
    assertThat(place("az", "ann", Map.of("bucket_name", "  ")).missing(place("az", "b", "")))
        .contains("the bucket");
  }
}
