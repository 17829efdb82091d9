package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Secrets that can be told from everything else by their beginning. */
final class Secrets {
  /** How every secret of a generated state, and the password of its login, begins. */
  static final String PREFIX = "SeCrEt-";

  /** The members of get_conn_auth_info that no other getter answers. */
  static final List<String> CREDENTIAL_NAMES =
      List.of(
          "access_key",
          "access_token",
          "auth_pass",
          "auth_user",
          "bucket_id",
          "client_id",
          "download_url",
          "openstack_api_key",
          "openstack_domain_id",
          "openstack_domain_name",
          "openstack_identity_service_url",
          "openstack_password",
          "openstack_token",
          "refresh_token",
          "root_folder_id",
          "secret_key",
          "service_host");

  private Secrets() {}

  static void assertNoneIn(String what, String text) {
    assertThat(text).as(what).doesNotContain(PREFIX);
  }
}
