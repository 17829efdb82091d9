package io.cloudsyncctl.cloudsync.method;

/** How {@code list_conn} orders its entries (the API document, get_connections). */
public enum ConnectionGrouping {
  BY_USER("group_by_user"),
  BY_CLOUD_TYPE("group_by_cloud_type");

  private final String wireName;

  ConnectionGrouping(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
