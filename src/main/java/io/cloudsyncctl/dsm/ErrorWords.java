package io.cloudsyncctl.dsm;

import org.jspecify.annotations.Nullable;

/** The error codes of DSM in words (protocol note §2 and §3). */
final class ErrorWords {
  private ErrorWords() {}

  static String meaning(int code) {
    return switch (code) {
      case 100 -> "unknown error";
      case 101 -> "the api, method or version is missing";
      case 102 -> "the API does not exist on this NAS";
      case 103 -> "the method does not exist on this NAS";
      case 104 -> "this version of the API does not exist on this NAS";
      case 105 -> "no permission";
      case 106 -> "the session timed out";
      case 107 -> "the session was ended by another login";
      case 108 -> "the upload failed";
      case 109, 110, 111, 117, 118 -> "the NAS is busy or its network unstable";
      case 112 -> "the compound request was stopped";
      case 113 -> "the compound request is invalid";
      case 114 -> "a parameter is missing";
      case 115 -> "uploads are not allowed";
      case 116 -> "not allowed on a demo site";
      case 119 -> "the session is not known, or its token is missing";
      case 120 -> "a parameter is wrong";
      case 150 -> "the request comes from another address than the login";
      case 160 -> "the user may not use this application";
      default -> "an error without a public meaning";
    };
  }

  static @Nullable String hint(int code) {
    return switch (code) {
      case 102, 103, 104 ->
          "install or update the Cloud Sync package in DSM's Package Center, and see that it runs";
      case 105 ->
          "the user lacks the privilege, or the session is a limited one: use an administrator, or"
              + " grant Cloud Sync to the user in Control Panel > User & Group > Applications";
      case 106, 107, 119 ->
          "another login of the same user may end this one: use a user of its own for this work";
      case 109, 110, 111, 117, 118 -> "try again in a minute";
      case 150 -> "a proxy or a changing address stands between: DSM ties a session to one address";
      case 160 ->
          "grant Cloud Sync (SYNO.SDS.DSCloudSync.Instance) to the user in Control Panel > User &"
              + " Group > Applications";
      case 101, 114, 120 ->
          "the NAS may run a release of Cloud Sync that this version does not know";
      default -> null;
    };
  }

  static String loginMeaning(int code) {
    return switch (code) {
      case 400 -> "no such account, or the password is wrong";
      case 401 -> "the account is disabled";
      case 402 -> "the account may not log in here";
      case 403 -> "a 2-factor code is needed";
      case 404 -> "the 2-factor code is wrong";
      case 405 -> "wrong application portal";
      case 406 -> "2-factor authentication is enforced for this account";
      case 407 -> "the NAS has blocked this computer's address";
      case 408 -> "the password has expired and cannot be changed";
      case 409 -> "the password has expired";
      case 410 -> "the password must be changed first";
      case 411 -> "the account is locked";
      case 449 -> "the login waits for an approval by Secure SignIn";
      default -> meaning(code);
    };
  }

  static @Nullable String loginHint(int code, TargetWords words) {
    return switch (code) {
      case 400 ->
          "check "
              + words.login()
              + "; the login is not tried again, since DSM blocks"
              + " addresses after too many wrong ones";
      case 401, 411 -> "an administrator has to enable the account in Control Panel > User & Group";
      case 402 ->
          "grant the user the application, or try another session label ("
              + words.otherSession()
              + ")";
      case 403, 404, 406, 449 -> "use an account of its own without a second factor for this work";
      case 405 -> "use the address of DSM itself, not that of an application portal";
      case 407 ->
          "take the address off the list in Control Panel > Security > Protection, then check the"
              + " password before the next try";
      case 408, 409, 410 -> "log in to DSM with a browser and set a new password";
      default -> hint(code);
    };
  }
}
