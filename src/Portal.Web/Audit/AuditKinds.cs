namespace Portal.Web.Audit;

/// <summary>
/// The kinds of event of accounts, past tense, by what contributes them. They stand here, below the rooms that record
/// them, because notices name them; every other room keeps its own beside what it contributes.
/// </summary>
public static class AuditKinds
{
    // RetentionEvents
    public const string HistoryTrimmed = Data.PostgreSql.AuditTrim.Kind;

    // IdentityEvents
    public const string LoginIdProbed = "login-id-probed";

    // LockoutEvents
    public const string Locked = "locked";
    public const string LockMailsSummed = "lock-mails-summed";
    public const string PasswordVoided = "password-voided";
    public const string Released = "released";
    public const string ReleasedByTime = "released-by-time";

    // SessionEvents
    public const string SignedOut = "signed-out";
    public const string SessionEnded = "session-ended";
    public const string BrowserTrusted = "browser-trusted";
    public const string BrowserDistrusted = "browser-distrusted";

    // ThrottlingEvents
    public const string RateLimited = "rate-limited";

    // PasswordEvents
    public const string PasswordChanged = "password-changed";
    public const string PasswordChangeFailed = "password-change-failed";
    public const string TemporaryPasswordIssued = "temporary-password-issued";
    public const string TemporaryPasswordEnded = "temporary-password-ended";

    // DelegationEvents
    public const string PermissionsChanged = "permissions-changed";
    public const string FactorRequirementChanged = "factor-requirement-changed";
    public const string AccessDenied = "access-denied";
    public const string ForeignIdRequested = "foreign-id-requested";

    // MembershipEvents
    public const string MembershipGranted = "membership-granted";
    public const string MembershipChanged = "membership-changed";
    public const string MembershipWithdrawn = "membership-withdrawn";
    public const string ContractSwitched = "contract-switched";

    // AccessEvents
    public const string UserDisabled = "user-disabled";
    public const string UserEnabled = "user-enabled";
    public const string DormantNoticeSent = "dormant-notice-sent";
    public const string ValidityNoticeSent = "validity-notice-sent";
    public const string ContractSuspended = "contract-suspended";
    public const string ContractResumed = "contract-resumed";

    // AttemptEvents
    public const string SignedIn = "signed-in";

    // RecoveryEvents
    public const string RecoveryRequested = "recovery-requested";
    public const string RecoveryRefused = "recovery-refused";
    public const string ResetLinkSent = "reset-link-sent";
    public const string PasswordReset = "password-reset";
    public const string AccountActivated = "account-activated";
    public const string SignInDisowned = "sign-in-disowned";

    // AddressEvents
    public const string EmailChanged = "email-changed";
    public const string EmailConfirmed = "email-confirmed";
    public const string EmailChangeRequested = "email-change-requested";
    public const string EmailChangeCancelled = "email-change-cancelled";
    public const string EmailChangeUndone = "email-change-undone";
    public const string EmailBounced = "email-bounced";
    public const string EmailCheckRequested = "email-check-requested";

    // DetailsEvents
    public const string UserChanged = "user-changed";
    public const string KeywordChanged = "keyword-changed";
    public const string ProfileChanged = "profile-changed";
    public const string PictureChanged = "picture-changed";

    // FactorEvents
    public const string FactorAdded = "factor-added";
    public const string FactorRemoved = "factor-removed";
    public const string SecondFactorFailed = "second-factor-failed";
    public const string SignInCodeSent = "sign-in-code-sent";
    public const string SignInCodeFailed = "sign-in-code-failed";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";

    // PasskeyEvents
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyNotAdded = "passkey-not-added";
    public const string PasskeyRenamed = "passkey-renamed";
    public const string PasskeyRemoved = "passkey-removed";
    public const string PasskeyRefused = "passkey-refused";

    // ReauthenticationEvents
    public const string Reauthenticated = "reauthenticated";
    public const string ReauthenticationFailed = "reauthentication-failed";

    // SignInEvents
    public const string SignInFailed = "sign-in-failed";
    public const string SignInPasswordAccepted = "sign-in-password-accepted";

    // RegistrationEvents
    public const string UserRegistered = "user-registered";
    public const string UsersImported = "users-imported";
    public const string SelfRegistrationAsked = "self-registration-asked";
    public const string InvitationSent = "invitation-sent";
    public const string LoginIdChanged = "login-id-changed";
    public const string UserRemoved = "user-removed";

    // CapEvents
    public const string MailWithheld = "mail-withheld";
}
