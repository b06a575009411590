namespace Portal.Web.Audit;

/// <summary>Every kind of event, past tense. `docs/reference/events.md` says which act records which.</summary>
public static class AuditKinds
{
    public const string SignedIn = "signed-in";
    public const string SignInFailed = "sign-in-failed";
    public const string SignInPasswordAccepted = "sign-in-password-accepted";
    public const string SignInCodeSent = "sign-in-code-sent";
    public const string SignInCodeFailed = "sign-in-code-failed";
    public const string SignedOut = "signed-out";
    public const string SessionEnded = "session-ended";
    public const string Locked = "locked";
    public const string PasswordVoided = "password-voided";
    public const string Released = "released";
    public const string ReleasedByTime = "released-by-time";
    public const string PasswordChanged = "password-changed";
    public const string PasswordChangeFailed = "password-change-failed";
    public const string TemporaryPasswordIssued = "temporary-password-issued";
    public const string TemporaryPasswordEnded = "temporary-password-ended";
    public const string RecoveryRequested = "recovery-requested";
    public const string RecoveryRefused = "recovery-refused";
    public const string UserRegistered = "user-registered";
    public const string UserChanged = "user-changed";
    public const string UserDisabled = "user-disabled";
    public const string UserEnabled = "user-enabled";
    public const string UserViewed = "user-viewed";
    public const string LoginIdProbed = "login-id-probed";
    public const string UsersSearched = "users-searched";
    public const string KeywordChanged = "keyword-changed";
    public const string EmailChanged = "email-changed";
    public const string EmailConfirmed = "email-confirmed";
    public const string UsersImported = "users-imported";
    public const string Exported = "exported";
    public const string DormantNoticeSent = "dormant-notice-sent";
    public const string ValidityNoticeSent = "validity-notice-sent";
    public const string ContractSuspended = "contract-suspended";
    public const string ContractResumed = "contract-resumed";
    public const string TenantImported = "tenant-imported";
    public const string AccessDenied = "access-denied";
    public const string ForeignIdRequested = "foreign-id-requested";
    public const string RequestForged = "request-forged";
    public const string CrossTenantCookie = "cross-tenant-cookie";
    public const string RateLimited = "rate-limited";
    public const string OutboxRetried = "outbox-retried";
    public const string OutboxGivenUp = "outbox-given-up";
    public const string OutboxViewed = "outbox-viewed";
    public const string AuditViewed = "audit-viewed";
    public const string FirstAdministratorCreated = "first-administrator-created";
}
